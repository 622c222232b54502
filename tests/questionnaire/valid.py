"""Valid definitions of every kind, at random: all types, scales, domains, bands, rules, phases.

There is one person, made along with the questions, to whom every question is shown: each rule
is made to hold for that person's answers. So nothing is out of reach.
"""

from hypothesis import strategies as st

from tests.questionnaire.building import domain, nl, section

LETTERS = st.characters(codec="utf-8", categories=("L", "Nd"))
WORDS = st.builds(nl, st.text(LETTERS, min_size=1, max_size=12))
PHASES = st.sampled_from([None, ["after"], ["before", "after"], ["after", "later"]])


@st.composite
def scales(draw):
    """A scale of two to seven points, with words or with numbers alone."""
    low, far = draw(st.integers(-3, 3)), draw(st.integers(1, 6))
    points = range(low, low + far + 1)
    if draw(st.booleans()):
        scale = {"points": [{"value": n, "label": nl(f"punt {n}")} for n in points]}
    else:
        scale = {"from": low, "to": low + far}
    return scale | draw(st.sampled_from([{}, {"not_applicable": nl("n.v.t.")}])), list(points)


@st.composite
def domains(draw, name, points):
    """A domain whose bands can be reached: each begins at a share that a point of it has."""
    shares = [n / (len(points) - 1) for n in range(1, len(points))]
    begins = draw(st.sets(st.sampled_from(shares[:-1]))) if shares[:-1] else ()
    edges = [int(share * 1000) / 1000 for share in sorted(begins)]
    least = draw(st.sampled_from([{}, {"answered_more_than": 0.9}, {"answered_more_than": 0}]))
    return domain(name, tuple(edges)) | least


def true_of(name, answer):
    """Rules about one question that hold for an answer."""
    single = answer[0] if isinstance(answer, tuple) else answer
    rules = [{"equals": [name, single]}, {"in": [name, [single]]}, {"answered": name}]
    if isinstance(answer, int):
        rules.append({"at_least": [name, answer]})
    return st.sampled_from(rules)


def rules(answers):
    """Rules, one within another, that hold for these answers."""
    true = st.sampled_from(sorted(answers)).flatmap(lambda name: true_of(name, answers[name]))
    any_at_all = true | true.map(lambda rule: {"not": rule})
    return st.recursive(
        true,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3).map(lambda some: {"all": some})
            | st.tuples(any_at_all, inner).map(lambda two: {"any": list(two)})
            | inner.map(lambda rule: {"not": {"not": rule}})
        ),
        max_leaves=4,
    )


@st.composite
def questions(draw, name, kept):
    """A question, and what the person answers to it (None: a passage)."""
    kind = draw(
        st.sampled_from(["scale", "scale", "scale", "choice", "choices", "text", "passage"])
    )
    question = {"id": name, "type": kind, "text": nl(f"Vraag {name}.")}
    answer = None
    if kind == "scale":
        which = draw(st.sampled_from(sorted(kept)))
        question |= {"scale": which} | draw(uses(which))
        answer = draw(st.sampled_from(kept[which]))
    elif kind in ("choice", "choices"):
        values = ["een", "twee", "drie"][: draw(st.integers(2, 3))]
        question |= {"options": [{"value": value, "label": nl(value)} for value in values]}
        answer = draw(st.sampled_from(values))
        answer = (answer,) if kind == "choices" else answer
    elif kind == "text":
        answer = "ja"
    hint = draw(st.none() | WORDS)
    return question | ({"hint": hint} if hint else {}), answer


def uses(scale):
    """What a question on a scale is for; a scale and its domain bear one name."""
    scored = st.fixed_dictionaries(
        {"domain": st.just(scale)},
        optional={"reverse": st.booleans(), "weight": st.sampled_from([0.5, 1, 2])},
    )
    return scored | st.sampled_from([{"use": "context"}, {"use": "none"}])


@st.composite
def valid(draw):
    """The plain JSON of a valid definition."""
    made = {f"schaal-{n}": draw(scales()) for n in range(draw(st.integers(1, 2)))}
    kept = {name: points for name, (_, points) in made.items()}
    answers, sections = {}, []
    for s in range(draw(st.integers(1, 4))):
        here, asked = {}, []
        for q in range(draw(st.integers(1, 4))):
            question, answer = draw(questions(f"q{s}-{q}", kept))
            asked.append(question | draw(shown(answers)))
            here |= {} if answer is None else {question["id"]: answer}
        sections.append(section(f"deel-{s}", *asked, **draw(shown(answers)), stem=draw(WORDS)))
        answers |= here
    scored = {q["domain"] for one in sections for q in one["questions"] if "domain" in q}
    return {
        "format": 1,
        "id": "proef",
        "version": 1,
        "languages": ["nl"],
        "minutes": 5,
        "title": draw(WORDS),
        "summary": draw(WORDS),
        "sections": sections,
        "scales": {name: scale for name, (scale, _) in made.items()},
        "domains": [draw(domains(name, kept[name])) for name in sorted(scored)],
        "report": {"reflection": [name for name, answer in answers.items() if answer == "ja"]},
    }


@st.composite
def shown(draw, answers):
    """The rule and the phases of something, if it has them."""
    rule = draw(st.none() | rules(answers)) if answers else None
    phases = draw(PHASES)
    return ({"show_if": rule} if rule else {}) | ({"phases": phases} if phases else {})
