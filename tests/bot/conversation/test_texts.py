"""Texts, posts and documents that are sent, and the commands that work on texts."""

import re

import pytest

from bot.briefings.cards import Bilingual
from bot.conversation import reading, sources
from translations.engine import Direction

LONG_VI = (
    "Hội nghị Thử nghiệm khai mạc sáng nay tại Huế. Ông Trần Văn Bình nhấn mạnh vai trò của việc thử "
    "nghiệm trong công tác đối ngoại. Các đại biểu đã thảo luận sôi nổi về kế hoạch năm tới. Bà Lê "
    "Thị Mai đề nghị các đơn vị tiếp tục phối hợp chặt chẽ. Hội nghị bế mạc vào buổi chiều."
)
LONG_EN = (
    "The Trial Conference opened this morning in Hue. Mr Tran Van Binh stressed the role of trials in "
    "foreign affairs. The delegates talked at length about the plan of the coming year. Ms Le Thi Mai "
    "asked all units to go on working closely with each other. The conference ended in the afternoon."
)
LONG_FR = (
    "La conférence a été ouverte ce matin dans la ville de Lyon par le ministre. Les délégués ont parlé "
    "pendant des heures du plan de la prochaine année. Elle est terminée depuis cet après-midi."
)


def cut_near(note, most):
    """Whether a note says that a text was looked at up to the last sentence that fits."""
    return most - len(LONG_VI) <= int(re.search(r"first (\d+)", note)[1]) <= most


async def test_a_text_comes_back_summarised_in_the_readers_language(talk):
    [vi] = await talk(LONG_VI, lang="vi")
    assert "Huế" in vi.text or "Bình" in vi.text
    assert "[en]" not in vi.text
    [en] = await talk(LONG_VI, lang="en", chat=6)
    assert "[en] " in en.text
    assert "Machine translation" in en.text
    [both] = await talk(LONG_VI, chat=7, lang="vi")
    assert both.given["reply_parameters"]["message_id"] == talk.update_number - 1


async def test_an_english_text_for_a_vietnamese_reader_without_an_engine_stays_english(talk):
    [sent] = await talk(LONG_EN, lang="vi")
    assert "Binh" in sent.text or "Hue" in sent.text
    talk.services.worker.directions.add(Direction.EN_VI)
    [sent] = await talk(LONG_EN, lang="vi")
    assert "[vi] " in sent.text


async def test_what_came_back_untranslated_is_not_called_a_translation(talk):
    talk.services.worker.engine = "none"
    [sent] = await talk(LONG_VI, lang="en")
    assert "Machine translation" not in sent.text
    assert "stands in its original language" in sent.text
    [sent] = await talk(f"/translate {LONG_VI}", lang="en")
    assert "into English is not available" in sent.text


async def test_another_language_is_said_to_be_one(talk):
    [sent] = await talk(LONG_FR, lang="en")
    assert "neither Vietnamese nor English" in sent.text
    assert "Lyon" in sent.text
    assert not talk.services.worker.translated


async def test_a_forwarded_post_is_summarised_however_short(talk):
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Kênh Thử"}
    [sent] = await talk("Hội nghị khai mạc", forward_origin=origin)
    assert "Hội nghị khai mạc" in sent.text
    assert not talk.services.briefings.asked


async def test_a_caption_is_a_text_too(talk):
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    [sent] = await talk("", photo=photo, caption=LONG_VI)
    assert "Hội nghị" in sent.text


async def test_a_few_words_are_a_question(talk, world):
    assert "Trial Conference" in (await talk("trial", lang="en"))[0].text
    assert "Tran Van Binh" in (await talk("tran van binh?", lang="en"))[0].text
    assert "Trial news" in (await talk("news", lang="en"))[0].text
    assert (await talk("bihn", lang="en"))[0].buttons
    assert "found nothing on “quark”" in (await talk("quark", lang="en"))[0].text
    assert not talk.services.worker.texts


async def test_a_message_of_100_000_characters_is_answered(talk):
    [sent] = await talk((LONG_VI + "\n") * 330)
    assert "Hội nghị" in sent.text
    assert len(sent.text.encode("utf-16-le")) // 2 <= 4096


async def test_of_a_longer_one_the_beginning_is_looked_at_and_that_is_said(talk):
    text = (LONG_EN + "\n") * 800
    *_, sent = await talk(text, lang="en")
    assert cut_near(sent.text, reading.LONGEST)
    assert reading.LONGEST - len(LONG_VI) <= len(talk.services.worker.texts[0]) <= reading.LONGEST


def document(name="tin.txt", kind="text/plain", size=1000):
    return {"file_id": "d1", "file_unique_id": "d", "file_name": name, "mime_type": kind,
            "file_size": size}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
async def test_a_document_is_summarised(talk, telegram, encoding):
    telegram.files["file-d1"] = LONG_VI.encode(encoding)
    sent = await talk("", document=document())
    [message] = [each for each in sent if each.method == "sendMessage"]
    assert "Hội nghị" in message.text


async def test_a_document_in_an_old_encoding_is_read_and_that_is_said(talk, telegram):
    import unicodedata

    base = "Hội nghị khai mạc sáng nay tại Huế. Các đại biểu thảo luận sôi nổi. Ông Bình kết luận."
    # Windows-1258 writes tone marks after their letters.
    telegram.files["file-d1"] = "".join(
        letter if _in_1258(letter) else unicodedata.normalize("NFD", letter)[0] for letter in base
    ).encode("cp1258")
    *_, summary, note = await talk("", document=document(), lang="en")
    assert "nghi" in summary.text
    assert "guess" in note.text


def _in_1258(letter):
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("given", "content", "expected"),
    [
        (document("tin.pdf", "application/pdf"), b"", "“tin.pdf” is none"),
        (document("../../etc/x.exe", ""), b"", "“x.exe” is none"),
        (document(size=sources.LARGEST + 1), b"", "too large: 1025 KB"),
        (document(size=5), b"x" * (sources.LARGEST + 1), "too large"),
        (document(), bytes(range(32)) * 40, "no text file"),
        (document(), b"  \n ", "There is no text in"),
    ],
)
async def test_documents_that_cannot_be_read_are_refused(talk, telegram, given, content, expected):
    telegram.files["file-d1"] = content
    sent = await talk("", document=given, lang="en")
    assert expected in sent[-1].text


async def test_what_holds_no_text_is_refused_but_an_album_says_it_once(talk):
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    [sent] = await talk("", photo=photo, lang="en")
    assert "I read texts" in sent.text
    assert await talk("", photo=photo, media_group_id="1") == []
    assert await talk("", pinned_message=talk.message("x")) == []


async def test_an_edited_message_is_answered_anew_and_only_for_its_words(talk, world):
    edited = talk.message("/speaker tran van binh", lang="en") | {"edit_date": 1}
    [sent] = await talk.feed({"edited_message": edited})
    assert "Tran Van Binh" in sent.text
    location = {"latitude": 1, "longitude": 2, "live_period": 60}
    moved = talk.message("", location=location) | {"edit_date": 1}
    assert await talk.feed({"edited_message": moved}) == []


async def test_summary_and_translation_of_a_text_and_of_a_reply(talk):
    replied = talk.message(LONG_VI)
    [sent] = await talk("/summary en", reply_to_message=replied)
    assert "[en]" in sent.text
    assert sent.given["reply_parameters"]["message_id"] == replied["message_id"]
    [sent] = await talk(f"/tomtat {LONG_VI}")
    assert "Hội nghị" in sent.text
    [sent] = await talk("/dich Xin chào các bạn.\n\nHội nghị bế mạc.")
    assert "[en] Xin chào các bạn." in sent.text
    assert "[en] Hội nghị bế mạc." in sent.text
    [sent] = await talk("/translate", reply_to_message=replied)
    assert sent.text.count("[en]") == 5


async def test_a_reply_to_a_command_with_a_text_means_the_text(talk):
    replied = talk.message(f"/summary en {LONG_VI}")
    await talk("/translate", reply_to_message=replied)
    [(sentences, _)] = talk.services.worker.translated
    assert not any("/summary" in sentence for sentence in sentences)


async def test_a_reply_to_what_holds_no_text(talk):
    replied = talk.message("", sticker=None)
    for command in ("/summary", "/translate"):
        [sent] = await talk(command, lang="en", reply_to_message=replied)
        assert "I read texts" in sent.text


async def test_what_cannot_be_translated(talk):
    [sent] = await talk(f"/translate {LONG_EN}", lang="en")
    assert "into Vietnamese is not available" in sent.text
    [sent] = await talk(f"/translate {LONG_FR}", lang="en")
    assert "neither Vietnamese nor English" in sent.text


async def test_the_language_of_a_translation_may_stand_before_the_text(talk):
    [sent] = await talk("/translate en Hội nghị bế mạc.")
    assert "[en] Hội nghị bế mạc." in sent.text
    assert talk.services.worker.translated[-1][0] == ["Hội nghị bế mạc."]
    [sent] = await talk("/dich sang tiếng Anh: Hội nghị bế mạc.")
    assert talk.services.worker.translated[-1][0] == ["Hội nghị bế mạc."]
    [sent] = await talk("/translate vi phạm hợp đồng", lang="en")
    assert talk.services.worker.translated[-1][0] == ["vi phạm hợp đồng"]
    replied = talk.message(f"/translate en: {LONG_VI}")
    [sent] = await talk("/dich tiếng Anh", reply_to_message=replied)
    assert sent.text.count("[en]") == 5
    assert not any("en:" in each for each in talk.services.worker.translated[-1][0])
    for command, said in (
        ("/translate en", "in English already"),
        ("/dich vi", "Vietnamese already"),
    ):
        text = LONG_EN if command.endswith("en") else LONG_VI
        [sent] = await talk(command, lang="en", chat=6, reply_to_message=talk.message(text))
        assert said in sent.text
    [sent] = await talk("/translate en", lang="en", chat=6)
    assert "What shall I translate?" in sent.text


async def test_a_very_long_translation_is_of_the_beginning(talk):
    *_, sent = await talk("/translate " + (LONG_VI + "\n") * 100, lang="en")
    assert cut_near(sent.text, reading.LONGEST_TRANSLATED)


async def test_a_text_without_text(talk):
    [sent] = await talk("/summary ...... ! ...... ! . . . . .\n\n. . .", lang="en")
    assert sent.text


async def test_typing_is_shown_while_a_text_is_worked_on(talk, telegram):
    talk.services.worker.slow = 0.05
    await talk(LONG_VI)
    assert telegram.of("sendChatAction")[0]["action"] == "typing"


async def test_a_question_about_what_somebody_said(talk, world):
    [sent] = await talk("What did tran van binh say about trials?", lang="en")
    assert "On “trials”" in sent.text
    assert "Mr Binh spoke." in sent.text
    assert ("said", 4, "trials") in world.asked
    [sent] = await talk("tran van binh nói gì về việc thử nghiệm trong công tác đối ngoại năm tới?")
    assert "“việc thử nghiệm trong công tác đối ngoại năm tới”" in sent.text
    [sent] = await talk("What did tran van binh say about quark?", lang="en")
    assert "no statement of Tran Van Binh on “quark”" in sent.text
    assert "o:speaker:4" in sent.buttons.values()  # all of theirs, where it is wanted
    [sent] = await talk("Who spoke about news?", lang="en")
    assert "Trial news" in sent.text
    assert not talk.services.worker.texts


async def test_a_question_is_searched_for_by_its_key_words(talk, world):
    world.found[("speaker", "x")] = None
    await talk("Khi nào thì có quark ở trong làng?", lang="en")
    assert ("search", "Khi quark làng", 1) in world.asked


def test_the_name_in_brackets_is_written_in_each_language():
    text = reading.with_name(Bilingual("Bà nói.", "She said."), "Đỗ Thị Mẫn")
    assert (text.vi, text.en) == ("[Đỗ Thị Mẫn] Bà nói.", "[Do Thi Man] She said.")
    assert reading.with_name(Bilingual("Bà nói.", None), "Lê Mẫn").en is None


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Một. Hai. Ba.", 13, "Một. Hai. Ba."),
        ("Một. Hai. Ba.", 12, "Một. Hai."),
        ("Một. Hai. Ba.", 9, "Một. Hai."),
        ("Một. “Hai.” Ba.", 13, "Một. “Hai.”"),
        ("Một\nhai ba", 8, "Một"),
        ("Giá 1.234 đồng", 8, "Giá"),
        ("một hai ba", 8, "một hai"),
        ("mộthaiba", 4, "mộth"),
    ],
)
def test_a_long_text_is_cut_after_a_sentence(text, most, kept):
    assert reading.beginning(text, most) == kept


async def test_a_hundred_thousand_characters_end_with_a_sentence(talk, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", 60_000)
    text = "\n".join(f"Đây là câu số {n} của bài." for n in range(4_000))
    *_, note = await talk(f"/summary {text}", lang="en")
    [seen] = talk.services.worker.texts
    assert seen.endswith(" của bài.")
    assert f"{len(seen):,}" in note.text or str(len(seen)) in note.text


async def test_a_person_goes_before_the_meetings_of_the_name(talk, world):
    world.found["conference", "tran van binh"] = world.found["conference", "trial"]
    [sent] = await talk("tran van binh", lang="en")
    assert sent.text.startswith("<b>Tran Van Binh")
    [other] = await talk("trial", lang="en", chat=7)
    assert "Trial Hall" in other.text or "o:conference:3" in " ".join(other.buttons.values())


@pytest.mark.parametrize("text", ["🙂", "👍👍", "?!"])
async def test_what_has_no_words_is_no_search(talk, world, text):
    [sent] = await talk(text, lang="en")
    assert "cannot read a question" in sent.text


@pytest.mark.parametrize("text", ["more", "next page", "trang sau", "Xem tiếp!"])
async def test_the_next_page_is_a_button(talk, text):
    [sent] = await talk(text, lang="en")
    assert "press ▶" in sent.text


async def test_what_a_country_says_is_not_what_one_of_an_office_there_says(talk, world):
    binh = world.found["speaker", "tran van binh"]
    world.found["speaker", "China"] = binh
    [sent] = await talk("What did China say about the news?", lang="en")
    assert ("search", "China the news", 1) in world.asked
    assert "Trial news" in sent.text
