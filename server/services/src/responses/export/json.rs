//! JSON, one object a line, so that a program reads a file of any length as it comes. Answers are as they were given
//! (decision 0020), with the text that is read and coded beside them.

use std::io::Write;

use domain::review::MarkKind;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::marked::set;
use super::{ABOUT, AnswerText, Sink, Taken};
use crate::calls::Questionnaire;
use crate::{Failure, Services};

struct Lines<W: Write>(W);

impl<W: Write> Sink for Lines<W> {
    fn begin(&mut self, _: &Questionnaire) -> Result<(), Failure> {
        Ok(())
    }

    fn response(&mut self, taken: &Taken<'_>) -> Result<(), Failure> {
        let about = ABOUT.iter().zip(&taken.about).map(|(name, value)| ((*name).to_owned(), json!(value)));
        let mut object: Map<String, Value> = about.collect();
        let asked = taken.form.questions.iter().enumerate();
        let answers = asked.filter_map(|(at, asked)| {
            let AnswerText { id, text, value, wording, .. } = taken.to(asked)?;
            let marks = taken.marks.get(id).map(Vec::as_slice).unwrap_or_default();
            let asked = &taken.form.corrections.worded(asked, *wording);
            let mut answer = json!({
                "number": at + 1,
                "question": asked.title,
                "wording": wording,
                "kind": asked.kind(),
                "text": text,
                "stances": set(marks, MarkKind::Stance),
                "rich_in_evidence": !set(marks, MarkKind::Evidence).is_empty(),
            });
            if let Some(value) = value {
                answer["columns"] = json!(asked.columns());
                answer["cells"] = json!(asked.cells(value));
                answer["value"] = json!(value);
            }
            Some(answer)
        });
        object.insert("answers".to_owned(), answers.collect());
        let written = serde_json::to_writer(&mut self.0, &object).map_err(std::io::Error::from);
        written.and_then(|()| self.0.write_all(b"\n")).map_err(|error| Failure::File(error.to_string()))
    }
}

/// Writes every response of a call as JSON and gives how many there were.
pub async fn json<W: Write + Send>(services: &Services, call: Uuid, out: W) -> Result<u64, Failure> {
    let mut lines = Lines(out);
    let written = super::write(services, call, "json", &mut lines).await?;
    lines.0.flush().map_err(|error| Failure::File(error.to_string()))?;
    Ok(written)
}
