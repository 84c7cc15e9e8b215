"""Saved web pages."""

import contextlib

import pytest

from seeds.page import read_page
from seeds.refusal import Unreadable

BODY = (
    "Đoàn công tác của thành phố Hạ Lâm đã làm việc với các doanh nghiệp trong vùng về việc mở "
    "thêm tuyến phà qua sông Kiên, theo thông tin được công bố trong buổi họp báo chiều nay."
)
PAGE = f"""<!doctype html><html lang="vi"><head><title>Mở tuyến phà mới</title>
<meta charset="utf-8"><meta property="og:site_name" content="Báo Hạ Lâm">
<meta property="article:published_time" content="2024-05-06T08:00:00+07:00">
<script>var bay = "mã ẩn";</script></head><body><nav>Trang chủ Kinh tế</nav>
<article><h1>Mở tuyến phà mới</h1><p>{BODY}</p>
<figure><img src="a.jpg"><figcaption>Bến phà. Ảnh: Lê Mẫn</figcaption></figure>
<p style="display: none">Chữ ẩn thứ nhất.</p><p hidden>Chữ ẩn thứ hai.</p>
<p>{BODY.replace("phà", "cầu")}</p><script>document.write("mã ẩn")</script></article>
<footer>Bản quyền</footer></body></html>"""


def test_main_text_metadata_and_captions():
    found = read_page(PAGE.encode(), "a.html")
    assert found.text.split("\n\n")[-2:] == [BODY, BODY.replace("phà", "cầu")]
    assert found.title == "Mở tuyến phà mới"
    assert found.source == "Báo Hạ Lâm"
    assert found.published is not None
    assert found.published.startswith("2024-05-06")
    assert found.captions == ("Bến phà. Ảnh: Lê Mẫn",)
    assert found.language == "vi"
    assert found.paragraphs_known
    for hidden in ("ẩn", "Trang chủ", "Bản quyền", "Bến phà"):
        assert hidden not in found.text


def test_a_date_in_the_text_is_not_taken_for_the_date_of_the_page():
    page = f"<html><body><article><p>Ngày 02/03/2019. {BODY}</p></article></body></html>"
    assert read_page(page.encode(), "a.html").published is None


def test_the_encoding_that_the_page_declares():
    page = f"<html><head><meta charset='windows-1252'></head><body><p>Café. {'word ' * 60}</p>"
    assert read_page(page.encode("cp1252"), "a.html").text.startswith("Café.")


@pytest.mark.parametrize("charset", ["zip", "rot13", "utf-16", "nonsense"])
def test_a_declared_encoding_that_is_none(charset):
    page = f"<html><head><meta charset='{charset}'></head><body><p>{BODY}</p></body></html>"
    assert read_page(page.encode(), "a.html").text == BODY


@pytest.mark.parametrize(
    "page", ["<html></html>", "<!-- x -->", "<p hidden>x</p>", "<script>x</script>", "\n"]
)
def test_pages_without_text_are_refused(page):
    with pytest.raises(Unreadable):
        read_page(page.encode(), "a.html")


def test_deep_markup_is_read_or_refused():
    page = f"<html><body>{'<div>' * 5000}<p>{BODY}</p>"
    with contextlib.suppress(Unreadable):
        assert read_page(page.encode(), "a.html").text
