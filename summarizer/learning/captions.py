"""Which first lines of a body are captions of pictures, learned where the captions are known.

VietNews has the captions of an article's pictures beside it (``tags``); in every fourth article the
first of them opens the body as well. Of an article without any, nothing is known and learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from summarizer.caption_lines import CAPTION_FEATURES, measure_line
from summarizer.learning.chances import Evidence, learn_chances
from summarizer.learning.corpus import CorpusUnreadable, vietnews_rows
from summarizer.learning.fitting import Learned


def read_first_lines(data: Path, part: str, most: int | None = None) -> list[Evidence]:
    """The first lines of the articles of VietNews, each with whether it is a caption.

    Raises:
        CorpusUnreadable: if the file is missing, or a row is not as expected.
    """
    found = []
    for place, row in vietnews_rows(data, part, most):
        try:
            captions = {str(text).strip() for text in row["tags"]}
            texts = [str(text) for text in row["document"]]
            title = str(row["title"])
        except (KeyError, TypeError) as error:
            raise CorpusUnreadable(f"{place}: needs title, document and tags") from error
        if captions and len(texts) > 1:
            features = measure_line(texts[0], texts[1], title)
            used = np.array([float(texts[0].strip() in captions)])
            found.append(Evidence(features[None, :], used))
    return found


def learn_captions(parts: Sequence[Evidence]) -> Learned:
    """Weights that tell captions, see :func:`learn_chances`."""
    return learn_chances(parts, CAPTION_FEATURES)
