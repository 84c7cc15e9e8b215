"""Articles whose words are the same without their marks, some in English, and what searches with
marks and synonyms find in them, in every database. All of it is invented.
"""

from __future__ import annotations

from bot.store.queries import Part, Query

SEA, TURMOIL, MONEY, COAST, FOREIGN, UNMARKED = range(1, 7)


def coast(make):
    return [
        make("Tình hình Biển Đông được nêu ra.", "Không có gì thêm.", title="Chuyện xa"),
        make("Giá vàng biến động.", "Thị trường biến động mạnh.", title="Biến động"),
        make(
            "Mỗi người góp 45 đồng cho con thuyền ra biển.", title="Góp tiền",
            renderings={"Mỗi người góp 45 đồng cho con thuyền ra biển.":
                        "Each gives 45 dong for the boat at Bien Hoa."},
        ),
        make("Thuỷ thủ kể chuyện hoà bình.", title="Người đi xa"),
        make("Ships meet in the East Sea.", "Bien Dong is its other name.", title="Ships",
             language="en", renderings={"Ships meet in the East Sea.": "Tàu gặp nhau ở Biển Đông."}),
        make("Ca sĩ Đỗ Lê Nga hát.", "Cây ngã xuống đường.", title="Nhạc"),
    ]  # fmt: skip


MARKED = [
    ("Biển Đông", [SEA, FOREIGN]),
    ("BIỂN ĐÔNG", [SEA, FOREIGN]),
    ("giá biến động", [TURMOIL]),
    ("bien dong", [SEA, TURMOIL, MONEY, FOREIGN]),
    ('"Biển Đông"', [SEA, FOREIGN]),
    ('"bien dong"', [SEA, TURMOIL, FOREIGN]),
    # Words of which the marks are wrong or of which some are missing are better than nothing.
    ("Bién Đông", [SEA, TURMOIL, MONEY, FOREIGN]),
    ("tinh hình biển", [SEA]),
    # The tone may stand on either vowel.
    ("thủy thủ hòa bình", [COAST]),
    ("thuỷ thủ hoà bình", [COAST]),
    # A word that has no marks is meant so where the others have theirs.
    ("Đỗ Lê Nga", [UNMARKED]),
    ("đường ngã", [UNMARKED]),
    ("ngã", [UNMARKED]),
    ("tàu gặp", [FOREIGN]),
    ("đồng", [MONEY]),
]


def sea(typed, *synonyms):
    return Query((Part(tuple(typed.split()), synonyms=synonyms),))


SYNONYMS = [
    (sea("south china sea", "Biển Đông", "East Sea"), [SEA, FOREIGN]),
    (sea("east sea", "South China Sea"), [FOREIGN]),
    (sea("nowhere", "biến động"), [TURMOIL]),
    # A short English word is none of the Vietnamese ones that look like it: "ngã" is no "nga".
    (sea("nowhere", "nga"), [UNMARKED]),
    (sea("nowhere", "xuong"), [UNMARKED]),
    # Beside other words, which must be there as well.
    (Query((Part(("tình",)), Part(("hình",)), Part(("south", "sea"), False, ("Biển Đông",)))), [SEA]),
    (Query((Part(("ships",)), Part(("biển", "đông"), False, ("East Sea",)))), [FOREIGN]),
]  # fmt: skip
