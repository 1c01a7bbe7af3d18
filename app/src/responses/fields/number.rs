//! A number.

use domain::calls::Number;
use domain::calls::kinds::NumberWithin;
use leptos::prelude::*;

use super::Heading;
use crate::components::TextInput;
use crate::t;

pub(super) fn field(heading: Heading, settings: &NumberWithin) -> AnyView {
    // Some telephones' keypads for numbers have no minus.
    let inputmode = match settings.least {
        Some(least) if least >= Number::whole(0) => {
            if settings.whole {
                "numeric"
            } else {
                "decimal"
            }
        }
        _ => "text",
    };
    let suffix = settings.unit.clone();
    view! {
        <TextInput
            name="answer"
            label=heading.title
            hint=heading.hint
            width="govuk-input--width-10"
            inputmode
            suffix
            heading=true
        />
    }
    .into_any()
}

pub(super) fn rule(settings: &NumberWithin) -> String {
    let what = if settings.whole { t!("rule-number-whole") } else { t!("rule-number") };
    let unit = (!settings.unit.is_empty()).then(|| t!("rule-number-unit", unit = settings.unit.as_str()));
    let limits = match (settings.least, settings.most) {
        (Some(least), Some(most)) => {
            Some(t!("rule-number-between", least = least.to_string(), most = most.to_string()))
        }
        (Some(least), None) => Some(t!("rule-number-least", least = least.to_string())),
        (None, Some(most)) => Some(t!("rule-number-most", most = most.to_string())),
        (None, None) => None,
    };
    [Some(what), unit, limits].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
