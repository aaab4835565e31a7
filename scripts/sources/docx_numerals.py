"""How Word writes the numbers of its lists: 1, i, IV, c, AA (ECMA-376, part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_SIGNS = "*†‡§"
_LARGEST_ROMAN = 32_000


def roman(number: int) -> str:
    """Return a number in lower-case Roman figures: ``roman(14)`` is ``xiv``."""
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def letter(number: int) -> str:
    """Return a number as Word's letter: z is followed by aa, bb, cc."""
    if not 0 < number <= 780:
        return str(number)
    turns, rank = divmod(number - 1, 26)
    return chr(ord("a") + rank) * (turns + 1)


def _sign(number: int) -> str:
    if not 0 < number <= 400:
        return str(number)
    turns, rank = divmod(number - 1, len(_SIGNS))
    return _SIGNS[rank] * (turns + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _hexadecimal(number: int) -> str:
    return format(number, "X")


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedFullstop": "{}.".format,
    "decimalEnclosedParen": "({})".format,
    "numberInDash": "- {} -".format,
    "chicago": _sign,
    "hex": _hexadecimal,
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def written(number: int, form: str) -> str:
    """Return ``number`` in a format of Word's; formats made of words (``ordinalText``) give its figures."""
    return _FORMATS.get(form, str)(number)


# -- marks ------------------------------------------------------------------------------------------

# Fonts of signs give their characters in the private use area or under letters: the sign is what is printed.
_SIGN_FONTS = ("symbol", "wingdings", "webdings")
_SYMBOL = {
    0xB7: "•",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xA3: "≤",
    0xB4: "×",
    0xB9: "≠",
    0xA5: "∞",
    0xAE: "→",
    0xAC: "←",
    0xDE: "⇒",
    0x2D: "−",
    0xBC: "…",
    0xD7: "⋅",
    0xE5: "∑",
    0xD6: "√",
    0xBB: "≈",
    0xE3: "©",
    0xE2: "®",
    0xE4: "™",
}
_WINGDINGS = {
    0xA7: "▪",
    0x6C: "●",
    0x6E: "■",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xDF: "←",
    0xFC: "✓",
    0xFB: "✗",
    0xFE: "☑",
    0x6F: "□",
}
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | dict(
    zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)
)


def sign(code: int, font: str) -> str:
    """Return the character that is printed for ``code`` in a font of signs; in another font, itself."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    name = font.lower()
    if name.startswith("symbol"):
        return (_SYMBOL | _GREEK).get(low) or (chr(low) if 0x20 <= low < 0x7F else chr(code))
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low, chr(code))
    return chr(code)


def mark(text: str, font: str) -> str:
    """Return the mark of a list as printed: a private character is a bullet, Courier's « o » a hollow one."""
    if font.lower().startswith(_SIGN_FONTS) or any("\uf000" <= each <= "\uf0ff" for each in text):
        printed = "".join(sign(ord(each), font or "symbol") for each in text)
        known = printed and not any("\ue000" <= each <= "\uf8ff" or each.isalnum() for each in printed)
        return printed if known else "•"
    return "◦" if text == "o" and font.lower().startswith("courier") else text
