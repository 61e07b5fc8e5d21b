"""Findings as JUnit XML, as build servers show test results: a suite for each register, a case for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.formats.findings.told import LOUDNESS, Checked, Told, Unread
from ropa.formats.findings.words import title
from ropa.formats.graph.inert import as_xml
from ropa.law import Level
from ropa.rules import Rule


def write(all_of_them: Sequence[Checked | Unread], fail_on: Sequence[Level]) -> str:
    """Well-formed XML 1.0. A rule fails where it has a finding at least as loud as the level for its register."""
    suites = [line for one, level in zip(all_of_them, fail_on, strict=True) for line in _suite(one, level)]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="ropa">', *suites, "</testsuites>", ""]
    )


def _suite(one: Checked | Unread, fail_on: Level) -> Iterator[str]:
    if isinstance(one, Unread):
        yield f'<testsuite name="{as_xml(one.name)}" tests="1" failures="0" errors="1" skipped="0">'
        yield '<testcase classname="ropa" name="load">'
        yield f'<error message="{as_xml(str(one.error.problems[0]))}">{as_xml(str(one.error))}</error>'
        yield "</testcase>"
        yield "</testsuite>"
        return
    cases = [_case(one, rule, found, fail_on) for rule, found in _by_rule(one)]
    failures, skipped = (sum(kind == wanted for kind, _ in cases) for wanted in ("failure", "skipped"))
    yield (
        f'<testsuite name="{as_xml(one.name)}" tests="{len(cases)}" failures="{failures}" errors="0" '
        f'skipped="{skipped}" timestamp="{one.report.on.isoformat()}T00:00:00">'
    )
    for _, lines in cases:
        yield from lines
    yield "</testsuite>"


def _by_rule(checked: Checked) -> Iterator[tuple[Rule, list[Told]]]:
    found: dict[str, list[Told]] = {}
    for told in checked.told:
        found.setdefault(told.finding.code, []).append(told)
    return ((rule, found.get(rule.code, [])) for rule in checked.report.rules)


def _case(checked: Checked, rule: Rule, found: Sequence[Told], fail_on: Level) -> tuple[str, list[str]]:
    """Whether a rule failed, was waived or passed, and the lines of its case."""
    head = f'<testcase classname="{as_xml(f"ropa.{rule.theme}")}" name="{as_xml(f"{rule.code} {rule.name}")}"'
    loud = [one for one in found if one.counts and LOUDNESS[one.finding.level] <= LOUDNESS[fail_on]]
    quiet = [one for one in found if one not in loud]
    beside = [f"<system-out>{as_xml(_listed(quiet))}</system-out>"] if quiet else []
    message = as_xml(title(rule, checked.language))
    if loud:
        level = loud[0].finding.level.value
        failure = f'<failure message="{message}" type="{level}">{as_xml(_listed(loud))}</failure>'
        return "failure", [f"{head}>", failure, *beside, "</testcase>"]
    if found and all(one.waiver for one in found):
        return "skipped", [f"{head}>", f'<skipped message="{message}"/>', *beside, "</testcase>"]
    return "passed", [f"{head}>", *beside, "</testcase>"] if beside else [f"{head}/>"]


def _listed(found: Sequence[Told]) -> str:
    return "\n".join(
        f"{one.file}{f':{one.line}' if one.line else ''}: {one.finding.level.value} {one.finding.where}: "
        f"{' '.join(f'{one.message} {one.remedy}'.split())}"
        for one in found
    )
