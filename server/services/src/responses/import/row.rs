//! One row as a submission, or the reason why it cannot be one.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::calls::{Answer, LONGEST_ANSWER, Question};
use domain::responses::{About, Channel, Consent, RespondentKind, Sector};
use domain::text;
use uuid::Uuid;

use super::Ready;
use super::codes;
use super::map::{AnswerColumns, CodesForm, Given, Map};
use super::table::{Table, TableRow};
use crate::calls::Questionnaire;
use crate::people::organisations::Organisation;
use crate::responses::submit::{Submission, SubmittedAnswer};
use crate::{Failure, secrets};

/// How others write an instant, and a day.
const WRITTEN: [&str; 5] =
    ["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M"];
const DAYS: [&str; 2] = ["%Y-%m-%d", "%d/%m/%Y"];

/// What is wrong with a row: the column, and the reason in plain words.
type Wrong = (String, String);

/// A map whose columns were found in a table.
pub struct Columns<'m> {
    map: &'m Map,
    heading: &'m [String],
    questions: Vec<Answered<'m>>,
}

/// A question, and the columns that answer it.
struct Answered<'m> {
    columns: &'m AnswerColumns,
    /// The column of the reasons.
    why: Option<&'m str>,
    asked: Question,
    /// The wording of the question that holds now, in whose words choices are looked up.
    wording: u32,
}

/// What stands in the column of an option that was not chosen, whatever its case.
const NOT_CHOSEN: [&str; 6] = ["", "0", "no", "false", "not selected", "unchecked"];

impl<'m> Columns<'m> {
    /// Looks up every column that the map names.
    pub fn find(map: &'m Map, table: &'m Table, form: &Questionnaire) -> Result<Self, Failure> {
        let heading: HashSet<&str> = table.heading.iter().map(String::as_str).collect();
        let named = map.named_columns();
        let missing = named.into_iter().filter(|column| !column.is_empty() && !heading.contains(column));
        let missing: Vec<&str> = missing.collect();
        if !missing.is_empty() {
            let there = table.heading.join(", ");
            return Err(Failure::File(format!(
                "the file has no column {}; its columns are: {there}",
                missing.join(", ")
            )));
        }
        let mut questions = Vec::new();
        for (number, columns) in &map.questions {
            let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let asked = at.and_then(|at| form.questions.get(at));
            let asked = asked.ok_or_else(|| Failure::File(format!("the call has no question {number}")))?;
            let (named, needed) = (columns.names(), asked.asks.settings().columns(asked).len());
            if named.len() != needed && !matches!(columns, AnswerColumns::Options(_)) {
                return Err(Failure::File(format!(
                    "question {number} takes {needed} columns, and the map names {}",
                    named.len()
                )));
            }
            let why = map.why.get(number).map(String::as_str);
            let wording = form.corrections.now(asked.id);
            questions.push(Answered { columns, why, asked: asked.clone(), wording });
        }
        if questions.is_empty() {
            return Err(Failure::File("the map names no column that answers a question".to_owned()));
        }
        Ok(Self { map, heading: &table.heading, questions })
    }

    /// The row as a submission; nothing where the map says to skip it.
    pub fn take(
        &self,
        row: &TableRow,
        call: Uuid,
        systems: &[Organisation],
        now: DateTime<Utc>,
    ) -> Result<Option<Ready>, Wrong> {
        if row.cells.len() != self.heading.len() {
            let reason =
                format!("the row has {} cells and the heading {}", row.cells.len(), self.heading.len());
            return Err((String::new(), reason));
        }
        if self
            .map
            .skip
            .iter()
            .any(|(column, values)| values.iter().any(|value| self.cell(row, column).trim() == value))
        {
            return Ok(None);
        }
        let answers = self.answers(row)?;
        let language = self.given(row, &self.map.language).unwrap_or_else(|| "en".to_owned());
        if language != "en" && language != "cy" {
            return Err(wrong(&self.map.language, format!("{language:?} is neither en nor cy")));
        }
        let submission = Submission {
            late: false,
            call,
            key: self.key(row, call)?,
            about: self.about(row, systems)?,
            channel: self.channel(row)?.as_str(),
            language,
            invented: false,
            submitted_at: self.received(row)?.unwrap_or(now),
            answers,
        };
        Ok(Some(Ready { submission, codes: self.codes(row)? }))
    }

    fn cell<'r>(&self, row: &'r TableRow, column: &str) -> &'r str {
        if column.is_empty() {
            return "";
        }
        let at = self.heading.iter().position(|name| name == column);
        at.and_then(|at| row.cells.get(at)).map_or("", String::as_str)
    }

    fn given(&self, row: &TableRow, given: &Given) -> Option<String> {
        let cell = given
            .column
            .as_ref()
            .map(|column| text::line(self.map.meaning(column, self.cell(row, column))))
            .filter(|cell| !cell.is_empty());
        cell.or_else(|| given.value.clone())
    }

    fn key(&self, row: &TableRow, call: Uuid) -> Result<String, Wrong> {
        let Some(column) = &self.map.id else {
            return Ok(format!("import:{call}:{}", secrets::hash(&row.cells.join("\u{1f}"))));
        };
        let id = self.cell(row, column).trim();
        if id.is_empty() {
            Err((column.clone(), "the row has no id".to_owned()))
        } else {
            Ok(format!("import:{call}:{id}"))
        }
    }

    fn answers(&self, row: &TableRow) -> Result<Vec<SubmittedAnswer>, Wrong> {
        let mut answers = Vec::new();
        for answered in &self.questions {
            if let Some(given) = self.answer(row, answered)? {
                let given = SubmittedAnswer::of(&answered.asked, &given);
                answers.push(given.to_wording(Some(answered.wording)));
            }
        }
        if answers.is_empty() {
            let columns: Vec<&str> = self.questions.iter().flat_map(|held| held.columns.names()).collect();
            return Err((columns.join(", "), "the row answers no question".to_owned()));
        }
        Ok(answers)
    }

    fn answer(&self, row: &TableRow, answered: &Answered<'_>) -> Result<Option<Answer>, Wrong> {
        let Answered { columns, why, asked, .. } = answered;
        let cells = self.cells(row, columns);
        let wrong = |reason| (columns.names().join(", "), reason);
        let reasons = why.map(|why| text::normalise(self.cell(row, why))).unwrap_or_default();
        if cells.iter().chain([&reasons]).any(|cell| text::length(cell) > LONGEST_ANSWER) {
            return Err(wrong(format!("the answer has more than {LONGEST_ANSWER} characters")));
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            let alone = !reasons.trim().is_empty();
            return if alone { Err(wrong("there are reasons and no answer".to_owned())) } else { Ok(None) };
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let given = asked.asks.settings().of_cells(asked, &cells, &self.map.between).ok_or_else(|| {
            let beginning: String = cells.join(" | ").trim().chars().take(60).collect();
            wrong(not_taken(asked, &beginning))
        })?;
        Ok(Some(Answer { given, why: reasons.trim().to_owned() }))
    }

    /// What stands in the columns of an answer, as it is meant here.
    fn cells(&self, row: &TableRow, columns: &AnswerColumns) -> Vec<String> {
        let meant = |column: &str| {
            let cell = text::normalise(self.cell(row, column));
            // Of several choices in one cell each may be called something else here.
            let parts = cell.split(self.map.between.as_str()).map(|part| self.map.meaning(column, part));
            let whole = self.map.meaning(column, &cell);
            let split = self.map.values.contains_key(column) && whole == cell;
            if split { parts.collect::<Vec<_>>().join(&self.map.between) } else { whole.to_owned() }
        };
        match columns {
            AnswerColumns::One(column) => vec![meant(column)],
            AnswerColumns::Each(columns) => columns.iter().map(|column| meant(column)).collect(),
            AnswerColumns::Options(options) => {
                let chosen = options.iter().filter(|(column, _)| {
                    let cell = self.cell(row, column).trim().to_lowercase();
                    !NOT_CHOSEN.contains(&cell.as_str())
                });
                vec![chosen.map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(&self.map.between)]
            }
        }
    }

    fn channel(&self, row: &TableRow) -> Result<Channel, Wrong> {
        let Some(given) = self.given(row, &self.map.channel) else { return Ok(Channel::Import) };
        let wrong = || wrong(&self.map.channel, format!("{given:?} is no way by which a response comes"));
        Channel::parse(&given).ok_or_else(wrong)
    }

    fn about(&self, row: &TableRow, systems: &[Organisation]) -> Result<About, Wrong> {
        let who = &self.map.respondent;
        let organisation = self.given(row, &who.organisation).unwrap_or_default();
        let kind = match self.given(row, &who.kind) {
            None if organisation.is_empty() => RespondentKind::Individual,
            None => RespondentKind::Organisation,
            Some(name) => RespondentKind::parse(&name)
                .ok_or_else(|| wrong(&who.kind, format!("{name:?} is no kind of respondent")))?,
        };
        let sector = match self.given(row, &who.sector) {
            None => None,
            Some(name) => Some(
                Sector::parse(&name).ok_or_else(|| wrong(&who.sector, format!("{name:?} is no sector")))?,
            ),
        };
        let system = match self.given(row, &who.system) {
            None => None,
            Some(name) => {
                let found = systems.iter().find(|system| system.name.to_lowercase() == name.to_lowercase());
                Some(
                    found
                        .ok_or_else(|| wrong(&who.system, format!("{name:?} is no integrated care system")))?
                        .id,
                )
            }
        };
        let consent = self.given(row, &self.map.consent).unwrap_or_else(|| Consent::NotAtAll.to_string());
        let consent = Consent::parse(&consent)
            .ok_or_else(|| wrong(&self.map.consent, format!("{consent:?} says nothing about publishing")))?;
        let name = self.given(row, &who.name).unwrap_or_default();
        Ok(About {
            kind: Some(kind),
            name,
            on_behalf_of: String::new(),
            organisation,
            sector,
            system,
            consent: Some(consent),
            represented: None,
        })
    }

    fn received(&self, row: &TableRow) -> Result<Option<DateTime<Utc>>, Wrong> {
        let Some(given) = self.given(row, &self.map.received) else { return Ok(None) };
        let millis = given.parse::<i64>().ok().and_then(DateTime::from_timestamp_millis);
        let rfc = || DateTime::parse_from_rfc3339(&given).ok().map(|at| at.with_timezone(&Utc));
        let plain = || WRITTEN.iter().find_map(|form| NaiveDateTime::parse_from_str(&given, form).ok());
        // A day without an hour is that day in every neighbouring zone too.
        let day = || {
            DAYS.iter().find_map(|form| NaiveDate::parse_from_str(&given, form).ok()?.and_hms_opt(12, 0, 0))
        };
        let found = millis.or_else(rfc).or_else(|| plain().or_else(day).map(|at| at.and_utc()));
        found.map(Some).ok_or_else(|| wrong(&self.map.received, format!("{given:?} is no time")))
    }

    fn codes(&self, row: &TableRow) -> Result<Vec<String>, Wrong> {
        let Some(map) = &self.map.codes else { return Ok(Vec::new()) };
        let cell = self.cell(row, &map.column);
        match map.form {
            CodesForm::Names => Ok(cell
                .split(self.map.between.as_str())
                .map(text::line)
                .filter(|name| !name.is_empty())
                .collect()),
            CodesForm::PythonDictionaries => codes::from_dictionaries(cell)
                .ok_or_else(|| (map.column.clone(), "the list of codes cannot be read".to_owned())),
        }
    }
}

/// Why a cell is no answer.
fn not_taken(asked: &Question, cell: &str) -> String {
    if asked.chosen_from().is_empty() {
        format!("{cell:?} is no answer to a question of the kind {}", asked.kind())
    } else {
        format!("{cell:?} is not among the choices, or chooses what does not go together")
    }
}

fn wrong(given: &Given, reason: String) -> Wrong {
    (given.column.clone().unwrap_or_default(), reason)
}

impl Map {
    fn named_columns(&self) -> Vec<&str> {
        let who = &self.respondent;
        let givens = [
            &who.kind,
            &who.name,
            &who.organisation,
            &who.sector,
            &who.system,
            &self.consent,
            &self.language,
            &self.received,
            &self.channel,
        ];
        let mut columns: Vec<&str> = givens.into_iter().filter_map(|given| given.column.as_deref()).collect();
        columns.extend(self.id.as_deref());
        columns.extend(self.questions.values().flat_map(AnswerColumns::names));
        columns.extend(self.why.values().map(String::as_str));
        columns.extend(self.codes.as_ref().map(|codes| codes.column.as_str()));
        columns.extend(self.skip.keys().map(String::as_str));
        columns
    }
}
