//! Papers that the assembly had before it. Invented throughout.

use crate::demo::model::Paper;

pub const READING: Paper = Paper {
    key: "paper-reading",
    title: "How we read evidence",
    author: "Secretariat of the demonstration",
    body: "This paper proposes four habits.\n\n\
        First, that members read the words of respondents before they read what analysts made of them. Each finding links to the \
        excerpts that it rests on.\n\n\
        Secondly, that the evidence against a finding is heard first.\n\n\
        Thirdly, that numbers are read with care. People chose for themselves whether to answer. The responses show what is said, by whom \
        and why. They do not show how many people in the country think so, and two campaigns among them are counted as such.\n\n\
        Fourthly, that members say when a matter concerns them. An interest is not a reason to be silent; it is a reason to say so.",
};

pub const LEAVING: Paper = Paper {
    key: "paper-leaving",
    title: "Leaving hospital: what 420 invented responses say",
    author: "Tomasz Hargreave, lead analyst (invented)",
    body: "Leaving hospital was spoken of by every kind of respondent. Patients and carers describe days of waiting and sudden departures \
        at night. Ward staff describe people who grow weaker while they wait. Councils and care providers describe hours of care that \
        cannot be staffed at the price that is paid.\n\n\
        There is wide agreement that the cause lies mainly outside the hospital. There is less on what to do about it. Some ask for one \
        team with one list, some for pay, some for funds that last longer than a winter. Most of those who give an example of something \
        that worked describe two or three people from different organisations who were allowed to decide.\n\n\
        Against this: several respondents say that hospitals could do better now. They mention letters that come late, medicines that do not \
        match, assessments that cannot be made at the weekend, and nobody to ring on the following day. A campaign of 38 responses \
        says that hospitals are not at fault; not all of those who sent its text kept that sentence.\n\n\
        Young people hardly appear, and neither do people who live at home with a little help and have not been in hospital at all.",
};

pub const PAY: Paper = Paper {
    key: "paper-pay",
    title: "Three forms of advice on pay in social care",
    author: "Secretariat of the demonstration",
    body: "The assembly may advise in one of three ways.\n\n\
        (a) To state the aim: that pay in social care, travel time included, be high enough for care at home to be started within days. This \
        commits nobody to a figure and may be agreed by all.\n\n\
        (b) To name a figure. Respondents named several, the most frequent being \u{a3}15 an hour, which comes from the text of a campaign. \
        The secretariat has not costed it.\n\n\
        (c) To ask first for fees: that what councils pay for an hour of care be set independently at what the hour costs. Care providers \
        prefer this. Care workers point out that higher fees have not always reached them.\n\n\
        Each can be joined with advice on funds for leaving hospital, on which the evidence is less divided: that they be announced before the \
        year begins and last for several years.",
};

pub const CALL: Paper = Paper {
    key: "paper-call",
    title: "A call of our own: help to live well at home",
    author: "Maureen Blenkin and Rosalind Tembo, members (invented)",
    body: "We have read a good deal about people in hospital beds. We have read very little from people who are at home and mean to stay there.\n\n\
        We ask the assembly to put a call for evidence to the public, with nine short questions, two of them asked of some people only. It \
        should take ten minutes. It should be possible to answer on paper, by telephone to someone who types, or with a friend.\n\n\
        It should not run over Christmas, Easter or August. Respondents told the last call what they thought of that.\n\n\
        Members of the assembly should each ask five people who would not have heard of it.",
};

pub const TARGETS: Paper = Paper {
    key: "paper-targets",
    title: "Few targets or kept promises?",
    author: "Parveen Gallowby and Bartholomew Sethi, members (invented), who disagree",
    body: "One of us leads a hospital and would like there to be ten national targets at most. One of us lives with epilepsy and would like to \
        keep the few that protect her. We wrote this together and found that we agree on more than we had thought.\n\n\
        We agree that a hundred priorities are none. We agree that a person who waits needs something to point to. We agree that a measure \
        which nobody uses to help anyone should stop.\n\n\
        We do not agree on who should decide what is left out. One of us trusts a system to look after those who are few, if it is left alone. \
        The other has lived in three systems.\n\n\
        We suggest that the assembly should not choose between us yet. It might ask what each person can expect, everywhere, and only then \
        how those who run things should be managed.",
};
