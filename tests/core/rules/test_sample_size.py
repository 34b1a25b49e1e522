import pytest

from pembina.core.rules.satisfaction_index import needed_respondents

# Rows of the published table, its ends and the places where rounding could go either way.
TABLE = {
    1: 1, 10: 10, 15: 14, 20: 19, 35: 32, 45: 40, 55: 48, 75: 63, 100: 80, 130: 97, 200: 132, 270: 159, 300: 169,
    420: 201, 500: 217, 750: 254, 1000: 278, 1500: 306, 2000: 322, 3000: 341, 5000: 357, 10000: 370, 50000: 381,
    75000: 382, 1000000: 384,
}  # fmt: skip


@pytest.mark.parametrize(("population", "respondents"), TABLE.items())
def test_the_published_table_is_reproduced(population, respondents):
    assert needed_respondents(population=population) == respondents


def test_nobody_to_ask_is_refused():
    with pytest.raises(ValueError, match="at least 1"):
        needed_respondents(population=0)
