from reviewtui.model.remembering import KEPT, remembered


def test_the_same_object_is_worked_out_once_and_another_like_it_anew() -> None:
    asked: list[tuple[int, ...]] = []

    @remembered
    def total(numbers: tuple[int, ...]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one = (1, 2, 3)
    like_it = (*one[:2], 3)
    assert [total(one), total(one), total(like_it), total(one)] == [6, 6, 6, 6]
    assert asked == [one, like_it]


def test_only_the_last_ones_are_kept() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    texts = ["a", "bb", "ccc"]
    for text in texts:
        length(text)
    assert len(texts) > KEPT
    assert [length(text) for text in reversed(texts)] == [3, 2, 1]
    assert asked == ["a", "bb", "ccc", "a"]
