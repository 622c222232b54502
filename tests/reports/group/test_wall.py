"""The page for a wall: one page, whatever is on it, and large."""

import pytest

from reflect.disclosure import Withheld
from reflect.reports.group import wall
from tests.reports.group.gathering import EVALUATION, a_telling, domains, told
from tests.reports.making import DOMAINS, a_domain, everything
from tests.reports.reading import read, reader

LARGE = 20  # points


def sizes(paper):
    """Every word with its size on paper."""
    found = {}

    def visit(text, cm, tm, font, size):  # noqa: ARG001 - as pypdf calls it
        for word in text.split():
            found[word] = size * tm[0] * cm[0]

    reader(paper).pages[0].extract_text(visitor_text=visit)
    return found


def test_domains_and_figures_are_large_enough_for_two_metres():
    paper = wall(domains(zien="3.4", wegen=("1.5", "at_most"), doen="4.0"))

    words = sizes(paper)
    assert all(words[word] >= LARGE for word in ("Zien", "3,4", "hoogstens", "1,5", "Groep"))
    assert paper.name == "groepsbeeld-muur-alles-2-2026-11-21.pdf"


def test_it_says_little_and_asks_something():
    text = read(wall(domains(zien="3.4")))

    assert "Zo zien wij onszelf. Een spiegel, geen toets." in text
    assert "Wat herkennen we? Wat proberen we nu?" in text
    assert "Elk gemiddelde gaat over minstens vijf mensen." in text
    assert len(text.split()) < 60


def test_what_is_withheld_says_so():
    hidden = Withheld("domain:doen", "too_few")

    text = read(wall(a_telling(told("domain:zien", "3.4"), withheld=[hidden])))

    assert "niet te zien" in text
    assert "Niet te zien: dat zou over te weinig mensen gaan." in text


def test_an_evaluation_shows_its_statements_and_what_the_ends_mean():
    text = read(wall(a_telling(told("context:veilig", "4.2"), of=EVALUATION)))

    assert "De trainer maakte het veilig om twijfel te laten zien." in text
    assert "van 1 (helemaal oneens) tot 5 (helemaal eens)" in text


def test_without_figures_it_says_that_there_are_too_few_answers():
    assert "te weinig antwoorden" in read(wall(a_telling()))


@pytest.mark.parametrize("name", ["", "A" * 5000, "Een heel lange naam " * 50, "\x00\u202e😀"])
@pytest.mark.parametrize("more", [0, 14])
def test_it_is_one_page_whatever_the_names_and_however_many_domains(name, more):
    names = [*DOMAINS, *(f"domein{number}" for number in range(more))]
    questionnaire = everything(domains=[a_domain(each) for each in names])
    figures = (told(f"domain:{each}", "3.4") for each in names)

    paper = wall(a_telling(*figures, of=questionnaire, group=name))

    assert len(reader(paper).pages) == 1
