"""Taking in a text: what is said, guessed, asked and refused; what is written, and what is put back."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from scripts import build, corpus, manifest, register
from scripts.__main__ import main
from scripts.adding import entry, guess
from scripts.adding.incoming import Incoming
from scripts.catalogue import Draft, Manifestation
from scripts.errors import CorpusError
from scripts.model import Line
from scripts.sources.formats import Format
from tests.known_texts import known
from tests.word_files import para, run, word, zipped

ROOT = Path(__file__).resolve().parents[1]
FILES = ROOT / "tests" / "files"
FRENCH = (
    "DCE/27/9.CP/7\n\n1. Le Comité a examiné le projet dans le cadre de ses travaux pour la Convention.\n\n"
    "ANNEXE\n\nPrincipes\n\n1. Les Parties adoptent des mesures pour les artistes et les publics.\n\n"
    "2. Les Parties peuvent, en vertu de l’article 7 de la Convention, aider les bibliothèques.\n"
)
ENGLISH = (
    "DCE/27/9.CP/7\n\n1. The Committee has examined the draft as part of its work on the Convention.\n\n"
    "ANNEX\n\nPrinciples\n\n1. Parties shall adopt measures for the artists and for the public.\n\n"
    "2. Parties may, under Article 7 of the Convention, give support to libraries.\n"
)
WHOLE = ("--stage", "draft", "--date", "2027-05-12", "--status", "official", "--drafted-in", "fr")
NEW = ("--document", "DCE/27/9.CP/7", *WHOLE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(ROOT / "source_texts", root / "source_texts")
    for lang in ("fr", "en"):
        (root / "docs" / lang / "guide").mkdir(parents=True)
    return root


@pytest.fixture
def french(tmp_path: Path) -> Path:
    file = tmp_path / "received.txt"
    file.write_text(FRENCH, encoding="utf-8")
    return file


@pytest.fixture
def english(tmp_path: Path) -> Path:
    file = tmp_path / "received-too.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    return file


def add(root: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "add", *(str(each) for each in words)])


def state(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def refused(root: Path, *words: str | Path) -> str:
    """Run the command, which must fail with one error and change nothing; return the error."""
    before = state(root)
    done = add(root, *words)
    assert done.exit_code == 1, done.output
    assert done.output.count("error: ") == 1
    assert "Traceback" not in done.output
    assert state(root) == before
    return done.output


# -- what is written --------------------------------------------------------------------------------


def test_a_new_draft_is_held_untouched_with_its_hash_its_entry_and_its_pages(
    project: Path, french: Path
) -> None:
    before = (project / manifest.FILE).read_text(encoding="utf-8")
    done = add(project, french, "--lang", "fr", *NEW)
    assert done.exit_code == 0, done.output
    held = project / "source_texts/dce-27-9-cp-7/fr.txt"
    assert held.read_bytes() == french.read_bytes()
    draft = next(draft for draft in manifest.load(project).drafts if draft.id == "2027-05-12-9cp7")
    assert (draft.symbol, draft.session, draft.names["fr"]) == (
        "DCE/27/9.CP/7",
        "9.CP",
        "Projet (12 mai 2027)",
    )
    sha256 = hashlib.sha256(FRENCH.encode()).hexdigest()
    assert draft.manifestations == (
        Manifestation("fr", "dce-27-9-cp-7/fr.txt", sha256, "official", original=True),
    )
    after = (project / manifest.FILE).read_text(encoding="utf-8")
    rest = iter(after.splitlines())
    assert all(row in rest for row in before.splitlines())  # each line as it was, in its order
    assert (project / "docs/fr/digital/2027-05-12-9cp7/annex/2.md").exists()
    assert build.write(project, build.build(project)) == (0, 0)


def test_it_shows_what_it_understood_and_what_is_doubtful(project: Path, french: Path) -> None:
    french.write_text(FRENCH.replace("2. Les Parties", "4. Les Parties"), encoding="utf-8")
    shown = add(project, french, "--lang", "fr", *NEW, "--dry-run").output
    assert "annex: 2 paragraphs (1 to 4)" in shown
    assert "begins ANNEXE" in shown
    assert "ends 4. Les Parties peuvent" in shown
    assert "number-skipped" in shown


def test_two_files_are_taken_in_at_once_and_told_apart_by_their_words(
    project: Path, french: Path, english: Path
) -> None:
    done = add(project, english, french, *NEW, "--yes")
    assert done.exit_code == 0, done.output
    draft = next(draft for draft in manifest.load(project).drafts if draft.id == "2027-05-12-9cp7")
    assert {(held.lang, held.original) for held in draft.manifestations} == {("fr", True), ("en", False)}
    assert len(corpus.load(project).expressions) == len(corpus.load(ROOT).expressions) + 2


def test_another_language_joins_its_draft_and_is_held_against_the_first(
    project: Path, french: Path, english: Path
) -> None:
    add(project, french, "--lang", "fr", *NEW)
    english.write_text(ENGLISH.replace("Article 7", "Article 8"), encoding="utf-8")
    words = ("--document", "DCE/27/9.CP/7", "--lang", "en", "--status", "unofficial-translation")
    done = add(project, english, *words)
    assert done.exit_code == 0, done.output
    assert "article" in done.output
    assert "fr.txt" not in done.output.split("written:")[1]
    draft = next(draft for draft in manifest.load(project).drafts if draft.id == "2027-05-12-9cp7")
    assert [(held.lang, held.original) for held in draft.manifestations] == [("fr", True), ("en", False)]


def test_a_draft_that_waits_for_its_text_gets_it_right_after_its_own_lines(
    project: Path, french: Path
) -> None:
    done = add(project, french, "--draft", "2017-02-02-6cp11", "--lang", "fr", *WHOLE[4:])
    assert done.exit_code == 0, done.output
    rows = (project / manifest.FILE).read_text(encoding="utf-8").splitlines()
    at = rows.index('file = "dce-17-6-cp-11/fr.txt"')
    assert rows[at - 4] == 'en = "Draft submitted to the Conference of Parties (February 2017)"'
    assert rows[at + 5] == "[[draft]]"


def test_what_is_added_is_no_matter_of_the_tests_of_the_program(
    project: Path, french: Path, english: Path
) -> None:
    before = (project / manifest.FILE).read_text(encoding="utf-8")
    assert known(before) == before
    add(project, french, "--lang", "fr", *NEW)
    add(project, english, "--lang", "en", "--draft", "2017-02-02-6cp11", *WHOLE[4:])
    after = (project / manifest.FILE).read_text(encoding="utf-8")
    assert len(after) > len(before) + 400
    assert manifest.load(project).drafts != manifest.load(ROOT).drafts
    (project / manifest.FILE).write_text(known(after), encoding="utf-8")
    assert manifest.load(project).drafts == manifest.load(ROOT).drafts


def test_a_file_that_lies_in_its_place_already_is_described_where_it_lies(project: Path) -> None:
    held = project / "source_texts/dce-27-9-cp-7/fr.txt"
    held.parent.mkdir()
    held.write_text(FRENCH, encoding="utf-8")
    done = add(project, held, "--lang", "fr", *NEW)
    assert done.exit_code == 0, done.output
    assert held.read_text(encoding="utf-8") == FRENCH


def test_a_name_in_any_language_is_said_by_option(project: Path, french: Path) -> None:
    names = ("--name-fr", "Projet « A »", "--name", 'en=Draft "B"')
    assert add(project, french, "--lang", "fr", *NEW, *names).exit_code == 0
    draft = next(draft for draft in manifest.load(project).drafts if draft.id == "2027-05-12-9cp7")
    assert draft.names == {"fr": "Projet « A »", "en": 'Draft "B"'}


def test_a_dry_run_writes_nothing_and_says_what_is_still_to_be_said(project: Path, french: Path) -> None:
    before = state(project)
    done = add(project, french, "--dry-run")
    assert done.exit_code == 0, done.output
    assert "its words say: fr" in done.output
    assert "its cover says: DCE/27/9.CP/7" in done.output
    assert "--stage" in done.output
    assert state(project) == before


def test_nothing_is_guessed_silently_where_nobody_can_be_asked(project: Path, french: Path) -> None:
    said = refused(project, french)
    for option in ("--lang", "--symbol", "--stage", "--status", "--drafted-in"):
        assert option in said
    assert "--lang" in refused(project, french, *NEW)  # its words say fr, but nobody confirmed it


def test_at_a_terminal_it_asks_and_takes_the_answers(project: Path, french: Path) -> None:
    """Enter takes what the file says; what it can't say is answered by the editor."""
    pty = pytest.importorskip("pty")  # Windows has none
    answers = ["", "", "2027-05", "draft", "", "", "", "fr", "official", "y"]
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "scripts", "--root", str(project), "add", str(french)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as asked:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        try:
            shown = asked.communicate(timeout=60)[0].decode()
        except subprocess.TimeoutExpired:
            asked.kill()  # it asks for more than was answered
            raise
    os.close(ours)
    os.close(theirs)
    assert asked.returncode == 0, shown
    draft = next(draft for draft in manifest.load(project).drafts if draft.id == "2027-05-9cp7")
    assert (draft.stage, draft.symbol, draft.names["en"]) == ("draft", "DCE/27/9.CP/7", "Draft (May 2027)")


# -- what is refused --------------------------------------------------------------------------------

REFUSED: list[tuple[str, tuple[str, ...], str]] = [
    ("a language unknown here", ("--lang", "de", *NEW), "no language 'de'"),
    ("a folder outside", ("--lang", "fr", "--document", "../../x", *WHOLE), "no symbol"),
    ("a folder of the program's", ("--lang", "fr", "--document", "register", *WHOLE), "neither a symbol nor"),
    ("a folder hidden", ("--lang", "fr", "--document", ".x", *WHOLE), "neither a symbol nor"),
    (
        "a file in the place",
        ("--lang", "fr", *WHOLE, "--symbol", "DCE/27/9.CP/7", "--document", "dce-16-10-igc-7"),
        "another",
    ),
    ("no such date", ("--lang", "fr", *NEW, "--date", "2027-13"), "this is no date"),
    ("an id that is no address", ("--lang", "fr", *NEW, "--draft", "../x"), "part of addresses"),
    ("a work unknown", ("--lang", "fr", *NEW, "--work", "treaty"), "no work 'treaty'"),
    ("a language held already", ("--lang", "fr", "--draft", "2016-10igc7", *WHOLE[4:]), "already"),
    (
        "another date than known",
        ("--lang", "fr", "--draft", "2017-02-02-6cp11", "--date", "2018"),
        "otherwise",
    ),
    ("a name for no language", ("--lang", "fr", *NEW, "--name", "Projet"), "without its language"),
    ("a name with nothing", ("--lang", "fr", *NEW, "--name-fr="), "without its language"),
]


@pytest.mark.parametrize(("name", "words", "says"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_cannot_be_is_refused_with_nothing_written(
    project: Path, french: Path, name: str, words: tuple[str, ...], says: str
) -> None:
    assert says in refused(project, french, *words)


def test_the_same_file_is_not_held_twice(project: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    shutil.copy(ROOT / "source_texts/dce-16-10-igc-7/en.txt", again)
    said = refused(project, again, "--lang", "en", *NEW)
    assert "held already" in said
    assert "source_texts/dce-16-10-igc-7/en.txt" in said


def test_a_text_without_the_work_in_it_is_refused(project: Path, french: Path) -> None:
    french.write_text(FRENCH.replace("ANNEXE", "Suite"), encoding="utf-8")
    assert "no component 'annex'" in refused(project, french, "--lang", "fr", *NEW)


def test_tracked_changes_wait_for_a_choice_which_the_manifest_keeps(project: Path, tmp_path: Path) -> None:
    inserted = (
        '<w:ins w:id="1" w:author="A" w:date="2027-01-01T00:00:00Z">' + run(" et les publics") + "</w:ins>"
    )
    body = para("ANNEXE") + para(run("1. Les Parties adoptent des mesures pour les artistes") + inserted)
    file = tmp_path / "tracked.docx"
    file.write_bytes(word(body))
    said = refused(project, file, "--lang", "fr", *NEW)
    assert "--accepted" in said
    done = add(project, file, "--lang", "fr", *NEW, "--accepted")
    assert done.exit_code == 0, done.output
    assert 'tracked = "accepted"' in (project / manifest.FILE).read_text(encoding="utf-8")
    texts = [each for each in corpus.load(project).expressions if each.draft.id == "2027-05-12-9cp7"]
    assert texts[0].text.component("annex").provisions[-1].text.endswith("et les publics")


# -- files from anywhere ----------------------------------------------------------------------------

NAMES = [
    "deux mots.txt",
    'l\'annexe "B".txt',
    "deux\nlignes.txt",
    "été – 版本 \u202e.txt",
    "$(touch x); {{ x }} <b>.txt",
    "-v.txt",
    "....txt",
    "no ending",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_taken_in_under_a_plain_one(project: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(FRENCH, encoding="utf-8")
    done = add(project, "--lang", "fr", *NEW, "--", file)
    assert done.exit_code == 0, done.output
    assert (project / "source_texts/dce-27-9-cp-7/fr.txt").read_text(encoding="utf-8") == FRENCH
    assert not [row for row in done.output.splitlines() if "\u202e" in row or row.startswith("lignes.txt")]


def test_a_name_that_opens_with_a_dash_or_is_no_utf8_is_a_name(project: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"-\xff.txt")
    try:
        (tmp_path / name).write_text(FRENCH, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    command = [
        sys.executable,
        "-m",
        "scripts",
        "--root",
        str(project),
        "add",
        "--lang",
        "fr",
        *NEW,
        "--",
        name,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def macros() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": "<w/>",
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        }
    )


def entities() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        }
    )


HOSTILE: list[tuple[str, str, Callable[[], bytes]]] = [
    ("an encrypted PDF", "a.pdf", (FILES / "encrypted.pdf").read_bytes),
    ("a broken PDF", "a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<"),
    ("text called Word", "a.docx", FRENCH.encode),
    ("Word with macros", "a.docm", macros),
    ("Word with entities", "a.docx", entities),
    ("an archive bomb", "a.docx", lambda: zipped({"word/document.xml": b" " * 80_000_000})),
    ("a broken archive", "a.docx", lambda: b"PK\x03\x04" + b"word/" * 100),
    ("old Word", "a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    ("an image", "a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    ("nothing", "a.txt", lambda: b""),
    ("a text of a library", "a.txt", lambda: b"ANNEXE\n\n1. Les Parties.\n" * 1_000_000),
]


@pytest.mark.parametrize(("name", "file", "make"), HOSTILE, ids=[each[0] for each in HOSTILE])
def test_a_hostile_file_is_one_clear_error_within_seconds(
    project: Path, tmp_path: Path, name: str, file: str, make: Callable[[], bytes]
) -> None:
    (tmp_path / file).write_bytes(make())
    begun = time.monotonic()
    said = refused(project, tmp_path / file, "--lang", "fr", *NEW)
    assert time.monotonic() - begun < 10
    assert "→" in said


def test_a_huge_file_is_refused_unread(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "huge.pdf"
    with file.open("wb") as stream:
        stream.truncate(20_000_000_000)  # sparse: it takes no room
    begun = time.monotonic()
    assert "far larger" in refused(project, file, "--lang", "fr", *NEW)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("path", [".", "/dev/zero", "nowhere.txt"])
def test_what_is_no_file_is_refused(project: Path, path: str) -> None:
    refused(project, path, "--lang", "fr", *NEW)


def test_markup_in_a_text_is_shown_and_not_run(project: Path, french: Path) -> None:
    french.write_text(
        FRENCH.replace("Principes", "<script>x()</script> {{ config }} **a**"), encoding="utf-8"
    )
    assert add(project, french, "--lang", "fr", *NEW).exit_code == 0
    page = (project / "docs/fr/digital/2027-05-12-9cp7/annex/index.md").read_text(encoding="utf-8")
    assert "<script>" not in page


# -- half-written states ----------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [OSError("no space left"), KeyboardInterrupt()])
def test_what_fails_after_copying_is_put_back(
    project: Path, french: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    build.write(project, build.build(project))
    before = state(project)

    def fail(*_: object) -> None:
        assert (project / "source_texts/dce-27-9-cp-7/fr.txt").exists()
        raise failure

    monkeypatch.setattr(build, "write", fail)
    done = add(project, french, "--lang", "fr", *NEW)
    assert done.exit_code != 0
    assert state(project) == before
    assert not (project / "source_texts/dce-27-9-cp-7").exists()


def test_a_corpus_that_is_broken_elsewhere_stops_it_before_anything_is_written(
    project: Path, french: Path
) -> None:
    (project / "source_texts/dce-16-10-igc-7/en.txt").write_text("another", encoding="utf-8")
    assert "not the one that the manifest describes" in refused(project, french, "--lang", "fr", *NEW)


# -- the lines of the manifest ----------------------------------------------------------------------

DRAFT = Draft(
    "2027-9cp7", "digital", "draft", "2027", {"fr": 'A « b » "c" \\', "en": "B\n#"}, {}, {}, "", "", "", ()
)
HELD = Manifestation("fr", "x/fr.txt", "0" * 64, "official", original=True)
LAYOUTS = [
    ("as it is", lambda text: text),
    ("line ends of Windows", lambda text: text.replace("\n", "\r\n")),
    ("no line end at its end", lambda text: text.rstrip("\n")),
    ("headers with spaces and remarks", lambda text: text.replace("\n[[draft]]", "\n[[ draft ]]  # next")),
    ("a header within a long text", lambda text: text.replace(
        'fr = "Texte approuvé (juin 2017)"', 'fr = """\n[[draft]]\n# x\n"""')),
    ("remarks after each draft", lambda text: text.replace("\n[[draft]]", "\n# one\n\n# more\n[[draft]]")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "laid"), LAYOUTS, ids=[each[0] for each in LAYOUTS])
def test_lines_are_added_in_any_layout_and_nothing_else_changes(
    name: str, laid: Callable[[str], str]
) -> None:
    text = laid((ROOT / manifest.FILE).read_text(encoding="utf-8"))
    known = [draft["id"] for draft in tomllib.loads(text)["draft"]]
    for rank, after in enumerate(known):
        longer = entry.with_draft(text, entry.draft_block(DRAFT), after)
        drafts = tomllib.loads(longer)["draft"]
        assert [draft["id"] for draft in drafts] == [*known[: rank + 1], DRAFT.id, *known[rank + 1 :]]
        assert drafts[rank + 1]["names"] == DRAFT.names
        whole = entry.with_manifestation(longer, entry.manifestation_block(HELD), DRAFT.id)
        assert tomllib.loads(whole)["draft"][rank + 1]["manifestation"][0]["file"] == HELD.file
        rest = iter(whole.splitlines())
        assert all(row in rest for row in text.splitlines())  # in their order, whatever stands between


def test_a_manifest_in_which_lines_have_no_place_is_left_alone() -> None:
    text = 'draft = [{ id = "a", names = { fr = "A" } }]\n[work]\n'
    with pytest.raises(CorpusError, match="can't be added to safely") as caught:
        entry.with_draft(text, entry.draft_block(DRAFT), "a")
    assert "[[draft]]" in caught.value.words


@given(st.text())
def test_any_text_is_quoted_as_toml(text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return
    assert tomllib.loads(f"a = {entry.quoted(text)}") == {"a": text}


# -- what a file and a symbol say -------------------------------------------------------------------


def received(text: str) -> Incoming:
    lines = tuple(Line(number, row) for number, row in enumerate(text.split("\n"), 1))
    return Incoming(Path("x.txt"), "x.txt", text.encode(), Format.TEXT, lines)


@pytest.mark.parametrize(
    ("text", "lang"), [(FRENCH, "fr"), (ENGLISH, "en"), ("1. Nada.", ""), (FRENCH + ENGLISH, ""), ("", "")]
)
def test_the_small_words_tell_the_language_or_nothing_does(text: str, lang: str) -> None:
    assert guess.language_of(ROOT, text) == lang


SYMBOLS = [
    ("DCE/27/9.CP/7", "9.CP", "2027", "dce-27-9-cp-7", "2027-05-9cp7"),
    ("DCE/16/10.IGC/INF.4", "10.IGC", "2016", "dce-16-10-igc-inf-4", "2027-05-10igcinf4"),
    ("DCE/16/10.IGC/7", "10.IGC", "2016", "dce-16-10-igc-7", "2027-05-10igc7"),
    ("38C/56", "", "", "38c-56", "2027-05-38c56"),
]


@pytest.mark.parametrize(("symbol", "session", "year", "folder", "name"), SYMBOLS)
def test_a_symbol_tells_its_session_year_folder_and_id(
    symbol: str, session: str, year: str, folder: str, name: str
) -> None:
    assert guess.session_of(symbol) == session
    assert guess.year_of(symbol) == year
    assert guess.folder_of(symbol) == folder
    assert guess.id_of("2027-05", symbol) == name


def test_the_symbol_is_that_of_the_cover_and_not_one_that_is_cited() -> None:
    grammars = tuple(register.load(ROOT).grammars.values())
    assert guess.symbol_of(received(FRENCH), grammars) == "DCE/27/9.CP/7"
    assert guess.symbol_of(received("Distribution limitée  DCE/17/6 CP/11"), grammars) == "DCE/17/6.CP/11"
    cited = "1. Le Comité a examiné, à sa dernière session, le document DCE/16/10.IGC/3."
    assert guess.symbol_of(received(cited), grammars) == ""


def test_the_plan_is_tried_on_a_copy_and_leaves_none(project: Path, french: Path) -> None:
    import tempfile

    before = set(Path(tempfile.gettempdir()).glob("concordance-*"))
    add(project, french, "--lang", "fr", *NEW, "--dry-run")
    assert set(Path(tempfile.gettempdir()).glob("concordance-*")) <= before
    assert manifest.load(project) == manifest.load(ROOT)
