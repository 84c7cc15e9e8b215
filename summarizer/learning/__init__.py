"""Learning the weights of the ranker from articles with summaries written by people.

    python -m summarizer.learning --data FOLDER

Nothing here is needed to summarise. The method for one article: for each of many articles, ways to
choose a few sentences are listed and scored with ROUGE against the reference; the weights are those
under which a choice drawn in proportion to ``exp(sum of worths - redundancy)`` has the highest
expected score (minimum-risk training, Och 2003 and Smith and Eisner 2006, with the exact
expectation over the list), less a penalty on large weights that cross-validation chooses. For
several articles on one event, the chance that people use a pair of words is learned by logistic
regression (:mod:`summarizer.learning.telling`).
"""
