"""Small marks that say at a glance what a draft is: its stage, and what is held of it."""

from __future__ import annotations

from scripts.catalogue import Draft
from scripts.site.site import View


def badges(view: View, draft: Draft) -> str:
    """Return the status of a draft at a glance (HTML): its stage, and what is held in which language."""
    parts = [f'<span class="badge">{view.say(f"stage.{draft.stage}")}</span>']
    for held in draft.manifestations:
        words = view.say(f"badge.{held.status}", language=view.labels(f"language.{held.lang}"))
        parts.append(f'<span class="badge badge-{held.status}">{words}</span>')
    if not draft.held:
        parts.append(f'<span class="badge badge-absent">{view.say("draft.not_held")}</span>')
    return " ".join(parts)
