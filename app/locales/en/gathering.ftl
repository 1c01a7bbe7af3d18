### Gathering stories: a group asks its members, chooses, and quotes them in the response that it sends.

story-asked-by = { $name } asks you
story-call = About the call
story-becomes = What becomes of your story
story-ends = You can send it until { $when }.
story-readers = The members of { $name } who write its answer to “{ $title }” read it. The team of that call does not, unless { $name } quotes it.
story-quoted-where = What { $name } quotes becomes part of its response. The team of the call reads that, and may publish it.
story-kept = It is deleted { $days } days after the call has closed: by { $when }. What was quoted in the response stays there.
story-own-link = When you have sent it you get a link of your own. By it you can read your story again, change how it may be used, or take it back.
story-others = Please do not name other people, or say so much about them that they could be known.
story-label = Your story
story-name = Your name (optional)
story-name-hint = A first name is enough. It is needed only if you may be quoted with it.
story-use = How may it be used?
story-use-named = Quote from it, with the name I gave
story-use-unnamed = Quote from it, without a name
story-use-read-only = Only read it, and never quote it
story-use-read-only-hint = It can still help the group to understand what happens to people.
story-send = Send your story
story-over-title = No more stories are taken here
story-over = { $name } takes no more stories for “{ $title }”.
story-no-link = This link is no longer in use. Ask whoever gave it to you for another.
story-handed-back = What you have written was not sent. Here it is, so that you can copy it.

story-mine = Your story
story-told-title = Thank you
story-told = { $name } has your story.
story-told-number = It is story { $number }.
story-private-link = This is your own link. Keep it: there is no other way back to your story.
story-private-warning = Whoever has this link can read your story and take it back.
story-told-at = You sent it at { $when }.
story-told-name = You gave the name { $name }.
story-told-no-name = You gave no name.
story-words-draft = What { $name } quotes of it in its draft
story-words-sent = What { $name } quotes of it in its response
story-change = Save how it may be used
story-changed-title = Saved
story-changed = How your story may be used is saved.
story-was-sent = { $name } sent its response at { $when }. Words of yours that it quotes are part of it, and stay there. Your story itself you can take back until it is deleted.
story-take-back = Take your story back
story-take-back-title = Take your story back?
story-take-back-deletes = It is deleted at once. Nobody can read it any more, and you cannot bring it back.
story-take-back-draft = Words of it that { $name } has put into its draft cannot be sent any more. Earlier texts of that draft, which only its members see, keep them.
story-take-back-sent = Words of it that { $name } has sent are part of its response, and stay there.
story-keep = Leave it as it is
story-taken-back = You took your story back at { $when }. Nothing is left of it but its number.

stories-link = Stories that people tell you
stories-count = { $count ->
        [0] No stories yet
        [one] { $count } story
       *[other] { $count } stories
    }
stories-chosen-count = { $count } chosen
stories-title = Stories
stories-lead = Ask the people you speak for what happened to them, under a link of your own. You read what they tell, choose, and quote it word for word in your answers. The team of the call sees only what you quote.
stories-none-yet = You have asked for no stories yet.
stories-begin = Ask for stories
stories-change = Change what you ask for
stories-state-open = Taking stories
stories-state-closed = Closed
stories-state-over = Ended
stories-until = The last day is { $day }.
stories-forgotten-by = All stories are deleted { $days } days after the call has closed.
stories-hand-out = The link to hand out
stories-hand-out-text = Whoever has this link can tell you something, without an account, until you close it. Print the picture on a poster or a letter: a telephone’s camera opens the page.
stories-picture = A picture for a camera, which leads to { $link }
stories-close = Close it
stories-open = Open it again
stories-renew = Replace the link by another
stories-renew-text = If the link has got into the wrong hands, replace it. The one before stops working at once, on posters too.
stories-told = What people told you
stories-all = All stories
stories-only-chosen = Only those chosen
stories-none-chosen = You have chosen none yet.
stories-none-told = Nobody has told you anything yet.
stories-form-lead = People read this before they write. Say what you want to know, and what it is for.
stories-form-heading = Heading
stories-form-heading-hint = For example, “Coming home from hospital”.
stories-form-asks = What you ask for
stories-form-asks-hint = In your own words. What becomes of a story is said below it on the page.
stories-form-last = The last day
stories-form-last-hint = Not after the call has closed, at { $when }. Leave yourselves time to read.
stories-form-named = A name
stories-form-named-yes = Ask for a name
stories-form-named-hint = Nobody must give one, and each says whether they may be quoted with it.
stories-save = Save
story-number = Story { $number }
story-chosen = Chosen
story-choose = Choose it
story-unchoose = Do not choose it
story-is-named = May be quoted with the name
story-is-unnamed = May be quoted without a name
story-is-read-only = Not to be quoted
story-is-taken-back = Taken back
story-is-forgotten = Deleted
story-facts-told = Told
story-facts-name = Name
story-facts-no-name = None was given
story-facts-use = Use
story-use-changed = { $how }, since { $when }
story-was-taken-back = Whoever told it has taken it back at { $when }. Nothing is left of it but its number.
story-was-forgotten = Its time was over, and it was deleted.
story-note = Your note
story-note-hint = Only members see it. Whoever told the story does not.
story-note-save = Save the note
story-quotes = Quoted in your answers
story-quotes-in = In the answer to “{ $question }”
story-quote = Quote from it
story-quote-title = Quote from story { $number }
story-quote-lead = The words are added at the end of the answer, as a paragraph of their own with the number of the story. Every member can then move and introduce them.
story-quote-question = In the answer to which question?
story-quote-words = The words to quote
story-quote-words-hint = Leave only what you want to quote. It must stand in the story word for word.
story-quote-add = Add it to the answer
story-quote-nowhere = No question that you are asked takes a long answer, so stories cannot be quoted.
quotes-withdrawn-title = Words that may not be sent
quotes-withdrawn-words = “{ $words }” may not be quoted any more: whoever told story { $number } has said so. Take these words out.
quotes-withdrawn-name = “{ $words }” may be quoted, but no longer with the name { $name }. Take the name out.
quotes-withdrawn-answer = Change the answer
stories-quoted-title = Stories
stories-quoted = Quotes { $count } of { $of ->
        [one] { $of } story
       *[other] { $of } stories
    } gathered by { $name }: { $numbers }

error-gathering-heading = Enter a heading
error-gathering-asks = Say what you ask for
error-gathering-past = Choose a last day that is not over yet
error-gathering-late = Choose a last day that is not after the closing of the call
error-gathering-over = No more stories are taken here.
error-gathering-full = This group has as many stories as it can take. Ask it how else you can tell yours.
error-story = Write your story
error-story-words = Shorten your story to { $limit } words: it is { $over ->
        [one] { $over } word
       *[other] { $over } words
    } too long
error-story-name = Give a name, or choose to be quoted without one
error-story-use = Choose how your story may be used
error-story-sent = The response was sent, and stays as it was sent.
error-story-taken-back = This story was taken back.
error-story-not-quotable = This story may not be quoted.
error-quote-question = Choose in which answer you want to quote it
error-quote-not-there = Quote the story word for word: these words do not stand in it
error-quote-too-long = With these words the answer is longer than it may be. Shorten the answer or the quote
error-quotes-withdrawn = Some of the words that you quote may not be sent. Take them out first.
