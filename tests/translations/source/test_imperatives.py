"""Fragments that say what is to be done: with a subject before the model, and without after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.engine import Direction
from translations.source.imperatives import is_imperative, translate_imperatives
from translations.translator import Translator


class Model:
    """A model that knows some sentences, and says of the others what it was given."""

    def __init__(self, known):
        self.known, self.asked = known, []

    def __call__(self, texts):
        self.asked += texts
        return [self.known.get(text, f"<{text}>") for text in texts]


@pytest.mark.parametrize(
    "fragment",
    [
        "ban hành chiến lược mới",
        "tiếp tục hợp tác",
        "chủ động, tích cực hơn nữa",
        "hợp tác với các nước trong khu vực, coi đây là ưu tiên",
        "huỷ cuộc tập trận",  # in the other habit of placing the tone
        "không thay đổi chính sách",
        "cần hoàn thiện quy định của pháp luật",
        "cũng cần quan tâm các tỉnh",
        "sẽ lập tổ công tác",
        "viện trợ lương thực cho Lào",
        "nghiên cứu và phát triển vắc-xin",
        "nghiên cứu và phát triển, chuyển giao công nghệ",
        "hỗ trợ Lào cho tới khi hồ chứa an toàn",
        "cần hợp tác chặt chẽ",
        "đầu tư 90 triệu USD vào các sáng kiến công nghệ",
        "bán gạo cho các nước châu Phi",
        "đàm phán với các nước láng giềng",
    ],
)
def test_it_is_one(fragment):
    assert is_imperative(fragment)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Ban hành chiến lược mới",  # a sentence, or a headline
        "Việt Nam ban hành chiến lược mới",
        "hợp tác hai nước phải bền vững",  # the noun
        "phát triển kinh tế là nhiệm vụ trọng tâm",
        "các bộ tiếp tục rà soát",
        "sẽ được thực hiện từ năm 2030",  # the subject is what is carried out
        "cần một bộ quy tắc",
        "banhành",
        "123",
        "🙂 ban hành",
        "issue a strategy",
        # words that only begin like a verb
        "bán đảo Triều Tiên",
        "chi phí tăng",
        "cấp cao APEC",
        "lập trường nhất quán của hai nước",
        "tổ chức phi chính phủ nước ngoài tại Việt Nam",
        "có thể ký hiệp định vào năm sau",
        # names, and what somebody does
        "đầu tư công",
        "viện trợ Mỹ cho Ukraine",
        "đầu tư Nhật Bản vào Việt Nam",
        "nghiên cứu và phát triển",
        "nghiên cứu và phát triển (R&D)",
        "đàm phán sáu bên",
        "đối thoại quốc phòng Việt Nam - Hoa Kỳ năm 2031",
        "nỗ lực của các nước ven biển trong nhiều năm",
        "quyết định số 12 của Thủ tướng Chính phủ",
        "kiểm soát viên không lưu của sân bay Nội Bài",
        # questions
        "làm thế nào để tăng trưởng bền vững?",
        "tăng cường hợp tác ra sao?”",
    ],
)
def test_it_is_none(text):
    assert not is_imperative(text)


def test_a_fragment_comes_out_as_an_imperative():
    model = Model({"Chúng ta phải ban hành chiến lược.": "We must issue a strategy."})
    assert translate_imperatives(["ban hành chiến lược"], model) == ["issue a strategy"]
    assert model.asked == ["Chúng ta phải ban hành chiến lược."]


def test_a_modal_stays():
    model = Model(
        {
            "Chúng ta cũng cần rà soát quy định.": "We need to review regulations as well.",
            "Chúng ta sẽ lập tổ công tác.": "We will set up a task force.",
            "Chúng ta phải chuyển tài liệu.": "We had to hand over documents.",
        }
    )
    fragments = ["cũng cần rà soát quy định", "sẽ lập tổ công tác", "phải chuyển tài liệu"]
    assert translate_imperatives(fragments, model) == [
        "need to review regulations as well",
        "will set up a task force",
        "must hand over documents",
    ]


def test_what_must_not_be_done():
    model = Model({"Chúng ta phải không thay đổi luật.": "We must not change the law."})
    assert translate_imperatives(["không thay đổi luật"], model) == ["do not change the law"]


def test_nobody_speaks_of_us_who_does_not_in_the_source():
    model = Model(
        {
            "Chúng ta phải sử dụng ảnh hưởng của mình.": "We must use our influence.",
            "Họ phải sử dụng ảnh hưởng của mình.": "They have to use their influence.",
            "Chúng ta phải bảo vệ đất nước của chúng ta.": "We must protect our country.",
        }
    )
    fragments = ["sử dụng ảnh hưởng của mình", "bảo vệ đất nước của chúng ta"]
    assert translate_imperatives(fragments, model) == ["use their influence", "protect our country"]


def test_where_the_model_says_something_else_the_fragment_is_translated_alone():
    model = Model(
        {
            "Chúng ta phải rà soát kết quả.": "The results must be inspected.",
            "Họ phải rà soát kết quả.": "Them.",
            "rà soát kết quả": "inspection of the results",
        }
    )
    assert translate_imperatives(["rà soát kết quả"], model) == ["inspection of the results"]
    assert len(model.asked) == 3


def test_a_passive_is_taken_only_where_the_source_has_one():
    model = Model(
        {
            "Chúng ta phải hoàn thiện đề án.": "We must be completed with the scheme.",
            "Họ phải hoàn thiện đề án.": "They must complete the scheme.",
            "Chúng ta phải làm tốt để được khen.": "We must be praised.",
            "Chúng ta phải sẵn sàng.": "We must be prepared.",
        }
    )
    texts = ["hoàn thiện đề án", "làm tốt để được khen", "sẵn sàng"]
    assert translate_imperatives(texts, model) == [
        "complete the scheme",
        "be praised",
        "be prepared",
    ]


def test_other_texts_go_to_the_model_as_they_are_and_keep_their_order():
    model = Model({"Chúng ta phải ban hành luật.": "We must pass a law."})
    texts = ["Một câu.", "ban hành luật", "", "Câu khác."]
    assert translate_imperatives(texts, model) == ["<Một câu.>", "pass a law", "<>", "<Câu khác.>"]


@given(st.lists(st.text(alphabet="abnhàtiếp tụcrcầnphải,.“\n", max_size=40), max_size=6))
def test_nothing_is_lost_or_asked_for_in_vain(texts):
    model = Model({})
    outputs = translate_imperatives(texts, model)
    assert outputs == [f"<{text}>" for text in texts]
    asked = sum(3 if is_imperative(text) else 1 for text in texts)
    assert len(model.asked) == asked


def test_the_translator_sees_to_them():
    class Engine:
        name = "fake"
        directions = frozenset(Direction)

        def translate(self, sentences, direction):
            known = {"Chúng ta phải rà soát luật.": "We must review laws."}
            return [known.get(sentence, sentence) for sentence in sentences]

    translator = Translator(Engine())
    [found] = translator.translate(["rà soát luật"], Direction.VI_EN)
    assert found.text == "review laws"
    [other] = translator.translate(["rà soát luật"], Direction.EN_VI)
    assert other.text == "rà soát luật"
