//! The question bank of the demonstration: a question that one of its calls asks, and some that most calls ask of everyone.

use domain::calls::bank::BankDetails;
use domain::calls::{Asks, Label, QuestionDetails, QuestionKind};
use uuid::Uuid;

use super::Keys;
use crate::calls::bank;
use crate::{Failure, Services};

/// What is asked of people themselves, with the Government Statistical Service's harmonised wording where there is one.
fn standard() -> [BankDetails; 3] {
    let asked = |title: &str, help: &str, choices: &[&str], note: &str| BankDetails {
        question: QuestionDetails {
            help: help.to_owned(),
            choices: choices.iter().map(|text| Label::new(*text)).collect(),
            ..QuestionDetails::new(Uuid::nil(), title, Asks::plain(QuestionKind::SingleChoice))
        },
        note: note.to_owned(),
    };
    [
        asked(
            "How old are you?",
            "We ask so that we can see whom we have heard from.",
            &["Under 18", "18 to 24", "25 to 44", "45 to 64", "65 to 74", "75 or over", "Prefer not to say"],
            "Ask it last, and say that nobody has to answer. It is for counts alone.",
        ),
        asked(
            "Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?",
            "",
            &["Yes", "No", "Prefer not to say"],
            "The harmonised question on long-lasting health conditions. Ask below it whether daily activities are limited.",
        ),
        asked(
            "How easy was it to answer this call?",
            "",
            &["Very easy", "Easy", "Neither easy nor hard", "Hard", "Very hard"],
            "Ask it at the end of every call, in these words, so that calls can be compared.",
        ),
    ]
}

/// Fills the bank.
pub(super) async fn load(services: &Services, keys: &Keys) -> Result<(), Failure> {
    for details in standard() {
        bank::put(services, None, details).await?;
    }
    let (call, question) = (Keys::get(&keys.calls, &"home")?, Keys::get(&keys.questions, &"part")?);
    let note = "Ask it first: the rest of a form can rest on it.";
    bank::keep(services, call, question, note.to_owned()).await?;
    Ok(())
}
