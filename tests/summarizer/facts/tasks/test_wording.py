"""Tasks without what only ties them to their sentence or tells who reports them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.tasks.wording import bare_wording


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("đồng thời, rà soát các quy định", "rà soát các quy định"),
        ("theo đó, đồng thời rà soát các quy định", "rà soát các quy định"),
        ("Bên cạnh đó, các bộ cần rà soát quy định", "các bộ cần rà soát quy định"),
        ("rằng các nước phải kiềm chế", "các nước phải kiềm chế"),
        ("là các bộ phải rà soát quy định", "các bộ phải rà soát quy định"),
        ("rà soát các quy định, vị quan chức cho biết", "rà soát các quy định"),
        ("rà soát các quy định, bà Nguyễn Thị Demo nhấn mạnh thêm", "rà soát các quy định"),
        ("rà soát các quy định, theo Reuters", "rà soát các quy định"),
        ("rà soát các quy định, theo hãng tin Demo ngày 5/3", "rà soát các quy định"),
        (
            "điều họ nên làm là rà soát quy định, ông nhấn mạnh",
            "điều họ nên làm là rà soát quy định",
        ),
        ("Ông cho rằng các bộ nên rà soát quy định", "các bộ nên rà soát quy định"),
        ("Bà cũng nhấn mạnh rằng các bộ nên rà soát", "các bộ nên rà soát"),
        ("He said that all sides must show restraint", "all sides must show restraint"),
        ("that all sides must show restraint", "all sides must show restraint"),
        ("review the rules, the official said", "review the rules"),
        ("review the rules, according to Reuters", "review the rules"),
        ("review the rules, according to a joint statement", "review the rules"),
        ("rà soát các quy định, theo thông cáo chung", "rà soát các quy định"),
        ("rà soát các quy định, theo thông cáo của Bộ Ngoại giao", "rà soát các quy định"),
    ],
)
def test_ties_and_sources_are_left_out(text, bare):
    assert bare_wording(text) == bare


@pytest.mark.parametrize(
    "text",
    [
        "rà soát các quy định, theo Luật Biển quốc tế",
        "rà soát các quy định, theo đúng lộ trình",
        "giải quyết tranh chấp, theo UNCLOS",
        "rà soát quy định, đồng thời nhấn mạnh trách nhiệm của các bộ",
        "Ông cho rằng nên rà soát",
        "Ông Demo cho rằng các bộ nên rà soát quy định",
        "là đơn vị dẫn đầu phong trào",
        "rà soát các quy định về báo chí",
        "đồng thời rà soát",  # too little would be left
        "giải quyết tranh chấp, theo Tuyên bố DOC",
        "settle disputes, in accordance with what the parties said",
        "",
    ],
)
def test_what_belongs_to_the_task_stays(text):
    assert bare_wording(text) == text


@given(st.text(alphabet="rằng là đồngthời,theo Reutersônbcếi.“”\n", max_size=80))
def test_nothing_is_added_and_no_task_becomes_a_word(text):
    bare = bare_wording(text)
    assert bare in text
    assert bare == text or len(bare.split()) >= 3
