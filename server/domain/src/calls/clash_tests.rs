use super::super::made::{all, form_with, is, section, single};
use super::*;
use crate::calls::{EndPage, SkipTo};

/// Three questions in three sections, the second of which is asked only after the first choice of the first; and a page.
fn form() -> Questionnaire {
    let sections = (0..3).map(|number| section(100 + number, None)).collect();
    let mut form = form_with(sections, (0..3).map(|number| single(1 + number, 100 + number)).collect());
    form.questions[1].asked_if = Some(all(vec![is(&form.questions[0], 0)]));
    form.ends =
        vec![EndPage { id: Uuid::from_u128(9), title: String::new(), text: String::new(), sends: true }];
    form
}

fn skip(form: &Questionnaire, id: u128, choice: Option<usize>, to: SkipTo) -> Skip {
    let asked = &form.questions[0];
    let rule = choice.map(|choice| all(vec![is(asked, choice)]));
    Skip { id: Uuid::from_u128(id), after: asked.id, rule, to }
}

const LAST: SkipTo = SkipTo::Section(Uuid::from_u128(102));
const END: SkipTo = SkipTo::End(Uuid::from_u128(9));

#[test]
fn a_skip_over_what_a_rule_demands_is_found() {
    let mut form = form();
    form.skips = vec![skip(&form, 50, Some(0), LAST)];
    let clash = Clash::Demanded { skip: form.skips[0].id, question: form.questions[1].id };
    assert_eq!(clashes(&form), [clash]);
    form.questions[1].required = false;
    assert_eq!(clashes(&form), [], "it need not be answered");
    form.questions[1].required = true;
    form.skips = vec![skip(&form, 50, Some(1), LAST)];
    assert_eq!(clashes(&form), [], "the rule does not ask for it");
    form.skips = vec![skip(&form, 51, None, END), skip(&form, 50, Some(0), LAST)];
    let ended = Clash::Demanded { skip: form.skips[0].id, question: form.questions[1].id };
    assert!(clashes(&form).contains(&ended), "an end page goes over all that follows");
    assert!(!clashes(&form).contains(&clash), "a skip that is never taken goes over nothing");
}

#[test]
fn two_skips_that_hold_at_once_are_found() {
    let mut form = form();
    form.questions[1].required = false;
    form.skips = vec![skip(&form, 50, Some(1), LAST), skip(&form, 51, Some(1), END)];
    let [first, second] = [form.skips[0].id, form.skips[1].id];
    assert_eq!(clashes(&form), [Clash::Skips { first, second }]);
    form.skips[1].to = LAST;
    assert_eq!(clashes(&form), [], "they lead to the same");
    form.skips = vec![skip(&form, 50, Some(1), LAST), skip(&form, 51, Some(2), END)];
    assert_eq!(clashes(&form), [], "they never hold at once");
    form.skips = vec![skip(&form, 50, Some(1), LAST), skip(&form, 51, None, END)];
    assert_eq!(clashes(&form), [], "the last stands for all others");
}
