"""A rule's page: what is read from it."""

from __future__ import annotations

import pytest

from listlint.page import Example, read_page

PAGE = """Two blanks stand where one is due.

What: blanks.

```md bad
- Two  blanks
```

```md fixed
- Two blanks
```

```yaml answers
- answer
```

````md good
```
- Fine
```
````

```md bad
- Not  mended
```

```python
nothing of ours
```
"""


def test_a_page_opens_with_its_summary() -> None:
    page = read_page(PAGE)
    assert page.summary == "Two blanks stand where one is due."
    assert page.body.startswith("What: blanks.")
    assert page.fixable


def test_examples_stand_in_fences_and_a_fixed_one_belongs_to_the_bad_one_before() -> None:
    answers = "- answer\n"
    assert read_page(PAGE).examples == (
        Example("bad", "- Two  blanks\n", 5, "- Two blanks\n"),
        Example("good", "```\n- Fine\n```\n", 17, None, answers),
        Example("bad", "- Not  mended\n", 23, None, answers),
    )


def test_a_page_that_shows_no_fix_offers_none() -> None:
    assert not read_page("Says so.\n\n```md bad\nx\n```\n").fixable


def test_a_fixed_example_without_a_bad_one_is_refused() -> None:
    with pytest.raises(ValueError, match="line 3: `md fixed` must follow"):
        read_page("Says so.\n\n```md fixed\nx\n```\n")


def test_a_fence_that_is_not_closed_ends_with_the_page() -> None:
    assert read_page("Says so.\n```md bad\nx\n").examples[0].text == "x\n\n"
