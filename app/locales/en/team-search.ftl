### The team's search.

search-title = Search
search-words = Words
search-words-hint = Put a "phrase" in quotation marks. Put - before a word that must not be there.
search-button = Search
search-count = { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    } from { $responses ->
        [one] { $responses } response
       *[other] { $responses } responses
    }
search-respondents = Found by name or reference
search-theme = Theme
search-question = Question
search-remove = Remove
search-no-index = The index is being built. Look again in a minute.
search-fresh = Everything is searched. The index was last written at { $when }.
search-behind = { $count ->
        [one] { $count } change is still being indexed
       *[other] { $count } changes are still being indexed
    }. Look again in a moment.
