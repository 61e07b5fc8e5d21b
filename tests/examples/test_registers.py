"""The example registers: they load, and those drawn from a source say all of it and nothing else."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import BaseModel

from ropa.formats.native import load
from ropa.model import Party, Register
from ropa.records import controller_records, processor_records
from ropa.rules import check
from ropa.tracing import Trace, marks, read_marks, trace, trace_marks

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(one.parent for one in (ROOT / "examples").glob("*/register.yaml"))
FROM_A_SOURCE = [one for one in EXAMPLES if (one / "passages.txt").exists()]
STATEMENTS = ROOT.parent / "shared" / "statements"
ON = date(2026, 1, 1)


def name(folder: Path) -> str:
    return folder.name


def told(folder: Path) -> Register:
    return load(folder / "register.yaml")


def accounted_for(found: Trace) -> None:
    assert found.uncovered == ()
    assert found.without_evidence == ()
    assert found.unplaced == ()


@pytest.fixture(params=FROM_A_SOURCE, ids=name)
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def source_of(register: Register) -> bytes:
    """The text a register was drawn from, where it is at hand: it is no part of this project."""
    wanted = register.sources[0].sha256
    for one in sorted(STATEMENTS.glob("*.txt")) if STATEMENTS.is_dir() else ():
        if sha256(data := one.read_bytes()).hexdigest() == wanted:
            return data
    pytest.skip("the statement this register was drawn from is not beside the project")


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_loads_and_has_a_readme(example: Path) -> None:
    """Every example is a register that names its holder, with a page that says what it is."""
    assert told(example).holder
    assert (example / "README.md").read_text("utf-8").startswith("# ")


def test_there_is_a_register_drawn_from_a_source() -> None:
    """The tests below have something to look at."""
    assert "qooqie" in map(name, FROM_A_SOURCE)


def test_every_passage_and_every_value_is_accounted_for(folder: Path) -> None:
    """Each line has an entry resting on it or a reason to be left out; each value has evidence that exists."""
    accounted_for(trace_marks(told(folder), read_marks((folder / "passages.txt").read_text("utf-8"))))


def test_with_the_source_at_hand_as_well(folder: Path) -> None:
    """The same against the text itself, whose marks are those kept beside the register."""
    register = told(folder)
    source = source_of(register)
    found = trace(register, source)

    accounted_for(found)
    assert found.matches
    assert marks(source) == read_marks((folder / "passages.txt").read_text("utf-8"))


def test_quotes_stand_where_they_are_said_to(folder: Path) -> None:
    """A quote is found, word for word, in a passage its evidence names."""
    register = told(folder)
    said: dict[tuple[str, str], bool] = {}
    for passage in trace(register, source_of(register)).passages:
        for entry in passage.entries:
            if quote := entry.evidence.quote:
                said[entry.path, quote] = said.get((entry.path, quote), False) or quote in (
                    passage.text or ""
                )

    assert [one for one, found in said.items() if not found] == []


def test_no_sentence_of_the_source_is_repeated(folder: Path) -> None:
    """Nine words in a row of the source stand nowhere in the folder."""
    here = " ".join(
        " ".join(one.read_text("utf-8").split()) for one in folder.iterdir() if one.is_file()
    ).casefold()
    source = source_of(told(folder)).decode("utf-8")
    runs = {
        " ".join(words[start : start + 9])
        for words in (line.casefold().split() for line in source.splitlines())
        for start in range(len(words) - 8)
    }

    assert runs
    assert sorted(run for run in runs if run in here) == []


@pytest.mark.parametrize("cut", ["notices", "general", "activities", "left_out"])
def test_what_is_taken_out_is_missed(folder: Path, cut: str) -> None:
    """Without any of these parts, the register no longer accounts for every line."""
    less = BaseModel.model_copy(told(folder), update={cut: ()})  # past the check of references, on purpose

    assert trace_marks(less, read_marks((folder / "passages.txt").read_text("utf-8"))).uncovered


def test_what_is_added_without_evidence_is_told(folder: Path) -> None:
    """A party nobody mentioned is a value without evidence."""
    more = told(folder).put(Party.model_validate({"key": "iemand", "name": "Iemand"}))

    assert trace(more, "").without_evidence == ("parties.iemand",)


class TestQooqie:
    """Qooqie is controller of its customers' details and processor of what they have it track."""

    @pytest.fixture
    def register(self) -> Register:
        return told(ROOT / "examples" / "qooqie")

    def test_as_controller(self, register: Register) -> None:
        """Two activities; consent is stated for the newsletter and for nothing else."""
        (record,) = controller_records(register, "qooqie", on=ON)
        bases = {
            one.activity.key: [
                basis.basis for purpose in one.activity.purposes for basis in purpose.legal_bases
            ]
            for one in record.entries
        }

        assert bases == {"klantgegevens": [], "nieuwsbrieven": ["consent"]}
        assert len(record.entries[0].activity.purposes) == 8
        assert {"derden", "ingeschakelde-bedrijven", "resellers"} == {
            hop.recipient for one in record.entries for hop in one.recipients
        }

    def test_as_processor(self, register: Register) -> None:
        """One row: call tracking for its customers, with its own measures."""
        (record,) = processor_records(register, "qooqie", on=ON)

        assert [(row.controller.key, row.category) for row in record.rows] == [("klanten", "call-tracking")]
        assert len(record.rows[0].security) == 4

    def test_nothing_is_invented(self, register: Register) -> None:
        """The source names no country, no date, no data subjects that call, no sub-processor and no absence."""
        assert not any(party.country for party in register.parties)
        assert not any(paper.signed or paper.ends for paper in register.agreements)
        assert register.activity("calltracking").data_subjects == ()
        assert not any(hop.sub_processor or hop.countries for hop in register.flows())
        assert not any(one.absences for one in (*register.activities, *register.general, *register.parties))


class TestBakery:
    """The bakery shows at least one of most things, and has two gaps."""

    @pytest.fixture
    def register(self) -> Register:
        return told(ROOT / "examples" / "bakery")

    def test_has_what_its_page_promises(self, register: Register) -> None:
        """A chain with a helpdesk outside the EEA, joint controllers, a reseller without data, two languages."""
        helpdesk = next(hop for hop in register.flows() if hop.recipient == "hulplijn")

        assert helpdesk.sub_processor
        assert helpdesk.flow.access_from == ("IN",)
        assert register.are_joint(register.activity("spaarkaart"))
        assert register.flows(party="kassahuis") == ()
        assert any("kassahuis" in paper.between for paper in register.agreements)
        assert {"nl", "fr"} == set(register.activity("bestellingen").name or ())
        assert {"none", "unknown"} == {
            one.state for activity in register.activities for one in activity.absences.values()
        }

    def test_has_two_gaps(self, register: Register) -> None:
        """Only the sender of the newsletter is a processor without an agreement; only there is no time limit."""
        assert {"postduif"} == {
            hop.recipient for hop in register.flows(role="processor") if not hop.agreements
        }
        assert [one.key for one in register.activities if not one.retention] == ["nieuwsbrief"]

    def test_gaps_are_found(self, register: Register) -> None:
        """A check points at both."""
        found = {one.where for one in check(register, on=ON).findings}

        assert found >= {"activities.nieuwsbrief", "activities.nieuwsbrief.flows.postduif"}
