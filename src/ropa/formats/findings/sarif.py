"""Findings as SARIF 2.1.0, the format in which code hosts and editors take the results of an analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from ropa.formats.findings.told import Checked, Told, Unread
from ropa.formats.findings.words import about, help_of, title
from ropa.formats.graph.inert import as_json
from ropa.law import level
from ropa.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ropa/v1"


def write(all_of_them: Sequence[Checked | Unread]) -> str:
    """One run with the results for every register; a register that cannot be read is a failure of the run."""
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(all_of_them)]}, indent=2) + "\n"


def _run(all_of_them: Sequence[Checked | Unread]) -> dict[str, Any]:
    checked = [one for one in all_of_them if isinstance(one, Checked)]
    unread = [one for one in all_of_them if isinstance(one, Unread)]
    rules = {rule.code: rule for one in checked for rule in one.report.rules}
    places = {code: number for number, code in enumerate(rules)}
    languages = {one.language for one in checked}
    language = checked[0].language if checked else "en"
    run: dict[str, Any] = {
        "tool": {"driver": _driver([_rule(rule, language) for rule in rules.values()])},
        "invocations": [{"executionSuccessful": not unread, **_notifications(unread)}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, told, places) for one in checked for told in one.told],
    }
    return {**run, "language": language} if len(languages) == 1 else run


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    try:
        known = {"version": version("ropa-register")}
    except PackageNotFoundError:
        known = {}
    return {"name": "ropa", **known, "rules": rules}


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title(rule, language)},
        "help": {"text": help_of(rule, language)},
        "defaultConfiguration": {"level": level(rule.duty, rule.certainty).value},
        "properties": {"tags": about(rule)},
    }


def _result(checked: Checked, told: Told, places: dict[str, int]) -> dict[str, Any]:
    one = told.finding
    found: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": places[one.code],
        "level": one.level.value,
        "message": {"text": f"{told.message} {told.remedy}".strip()},
        "locations": [_location(told)],
        "partialFingerprints": {FINGERPRINT: told.fingerprint},
        "properties": {
            "article": one.article,
            "duty": one.duty.value,
            "certainty": one.certainty.value,
            **({"of": one.place.of} if one.place.of else {}),
        },
    }
    if told.waiver:
        found["suppressions"] = [_suppression(checked, told)]
    if checked.baseline is not None:
        found["baselineState"] = "unchanged" if told.fingerprint in checked.baseline else "new"
    return found


def _suppression(checked: Checked, told: Told) -> dict[str, Any]:
    said = ", ".join(filter(None, checked.waived(told.waiver).values())) if told.waiver else ""
    reason = {"justification": said} if said else {}
    return {"kind": "external", "status": "accepted", **reason}


def _location(told: Told) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(told.file)}}
    if told.line:
        place["region"] = {"startLine": told.line}
    found: dict[str, Any] = {"physicalLocation": place}
    if told.finding.where:
        found["logicalLocations"] = [{"fullyQualifiedName": told.finding.where}]
    return found


def _uri(file: str) -> str:
    """A path as a reference: relative ones stay so, and nothing in a name is taken for anything else."""
    if PurePath(file).is_absolute():
        return Path(file).as_uri()
    return quote(PurePath(file).as_posix().encode("utf-8", "surrogateescape"), safe="/")


def _notifications(unread: Sequence[Unread]) -> dict[str, Any]:
    found = [each for one in unread for each in _problems(one)]
    return {"toolExecutionNotifications": found} if found else {}


def _problems(unread: Unread) -> Iterator[dict[str, Any]]:
    for one in unread.error.problems:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file or unread.name)}}
        if one.line:
            place["region"] = {"startLine": one.line}
        yield {
            "level": "error",
            "message": {"text": str(one)},
            "locations": [{"physicalLocation": place}],
        }
