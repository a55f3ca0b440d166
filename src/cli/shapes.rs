//! The JSON that scripts may rely on, where `exchange` does not make it already.

use crate::{
    domain::{
        contact::Contact,
        failure::FailureWords,
        fit::{Fit, OfferFit, PersonFit},
        hit::Hit,
        operator::Operator,
        person::PersonSummary,
    },
    office::{CheckFinding, CheckReport, Numbers, Understood},
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct SearchDocument {
    pub(super) query: String,
    pub(super) total: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) about: bool,
    pub(super) elapsed_us: u128,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) nearest: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) problems: Vec<String>,
    pub(super) results: Vec<FoundShape>,
}

#[derive(Serialize)]
pub(super) struct FoundShape {
    #[serde(rename = "ref")]
    reference: String,
    id: String,
    name: String,
    id_number: String,
    phone: String,
    sex: Option<&'static str>,
    age: Option<i32>,
    town: String,
    village: String,
    groups: Vec<&'static str>,
    score: i32,
    matched: Vec<MatchedShape>,
}

#[derive(Serialize)]
struct MatchedShape {
    field: &'static str,
    by: &'static str,
    spans: Vec<[usize; 2]>,
    /// What was typed, and what stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    heard: Option<[String; 2]>,
}

impl FoundShape {
    /// A person found; with the numbers in full where they were asked for.
    pub(super) fn new(hit: &Hit, line: &PersonSummary, numbers: Option<Numbers>) -> Self {
        let (id_number, phone) = match numbers {
            Some(full) => (full.id_number, full.phone),
            None => (line.id_masked.clone(), line.phone_masked.clone()),
        };
        Self {
            reference: line.reference.clone(),
            id: line.id.to_string(),
            name: line.name.clone(),
            id_number,
            phone,
            sex: line.sex.map(|s| s.code()),
            age: line.age,
            town: line.town.clone(),
            village: line.village.clone(),
            groups: line.groups.iter().map(|g| g.code()).collect(),
            score: hit.score,
            matched: hit
                .matched
                .iter()
                .map(|m| MatchedShape {
                    field: m.field.code(),
                    by: m.by.code(),
                    spans: m.spans.iter().map(|(from, to)| [*from, *to]).collect(),
                    heard: m.heard.clone().map(|(typed, there)| [typed, there]),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct MatchDocument {
    pub(super) subject: SubjectShape,
    pub(super) elapsed_us: u128,
    pub(super) results: Vec<FitShape>,
}

#[derive(Serialize)]
pub(super) struct SubjectShape {
    pub(super) kind: &'static str,
    #[serde(rename = "ref")]
    pub(super) reference: String,
}

#[derive(Serialize)]
pub(super) struct FitShape {
    kind: &'static str,
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    by: String,
    fit: &'static str,
    score: i32,
    reasons: Vec<ReasonShape>,
    not_checked: Vec<String>,
}

#[derive(Serialize)]
struct ReasonShape {
    verdict: &'static str,
    what: String,
    because: String,
    rule: Option<String>,
    clause: Option<String>,
    ask: Option<String>,
    soft: bool,
}

impl FitShape {
    /// A course or vacancy held against a person.
    pub(super) fn offer(kind: &'static str, offer: OfferFit) -> Self {
        Self::new(kind, offer.reference, offer.title, offer.by, offer.fit)
    }

    /// A person held against a course or vacancy.
    pub(super) fn person(fit: PersonFit, line: PersonSummary) -> Self {
        Self::new("person", line.reference, line.name, String::new(), fit.fit)
    }

    fn new(kind: &'static str, reference: String, title: String, by: String, fit: Fit) -> Self {
        Self {
            kind,
            reference,
            title,
            by,
            fit: fit.level.code(),
            score: fit.score,
            reasons: fit
                .reasons
                .into_iter()
                .map(|r| {
                    let (rule, clause) = r.rule.map(|r| (r.rule, r.clause)).unzip();
                    ReasonShape {
                        verdict: r.verdict.code(),
                        what: r.what,
                        because: r.because,
                        rule,
                        clause,
                        ask: r.ask,
                        soft: r.soft,
                    }
                })
                .collect(),
            not_checked: fit.not_checked,
        }
    }
}

#[derive(Serialize)]
pub(super) struct OccupationDocument {
    pub(super) query: String,
    pub(super) results: Vec<OccupationShape>,
}

#[derive(Serialize)]
pub(super) struct OccupationShape {
    code: String,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    worktype: String,
    score: i32,
    by: String,
}

impl From<Understood> for OccupationShape {
    fn from(u: Understood) -> Self {
        Self {
            code: u.code,
            title: u.title,
            worktype: u.worktype,
            score: u.score,
            by: u.by,
        }
    }
}

#[derive(Serialize)]
pub(super) struct CheckDocument {
    ok: bool,
    findings: Vec<FindingShape>,
    people: Option<usize>,
    contacts: Option<usize>,
    head: Option<String>,
}

#[derive(Serialize)]
struct FindingShape {
    part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    severity: &'static str,
    what: String,
    #[serde(rename = "do")]
    advice: String,
}

impl CheckDocument {
    /// What is found where the database can't even be opened.
    pub(super) fn unopened(
        code: &'static str,
        words: &FailureWords,
        others: Vec<CheckFinding>,
    ) -> Self {
        let first = FindingShape {
            part: "database",
            code: Some(code),
            severity: "bad",
            what: words.what.clone(),
            advice: words.advice.clone(),
        };
        Self {
            ok: false,
            findings: std::iter::once(first)
                .chain(others.into_iter().map(Into::into))
                .collect(),
            people: None,
            contacts: None,
            head: None,
        }
    }
}

impl From<CheckFinding> for FindingShape {
    fn from(finding: CheckFinding) -> Self {
        Self {
            part: finding.part,
            code: None,
            severity: finding.severity,
            what: finding.what,
            advice: finding.advice,
        }
    }
}

impl From<CheckReport> for CheckDocument {
    fn from(report: CheckReport) -> Self {
        Self {
            ok: report.ok,
            findings: report.findings.into_iter().map(Into::into).collect(),
            people: Some(report.people),
            contacts: Some(report.contacts),
            head: Some(report.head),
        }
    }
}

#[derive(Serialize)]
pub(super) struct OperatorShape {
    name: String,
    role: &'static str,
}

impl From<&Operator> for OperatorShape {
    fn from(operator: &Operator) -> Self {
        Self {
            name: operator.name.clone(),
            role: operator.role.code(),
        }
    }
}

/// A file that a command made.
#[derive(Serialize)]
pub(super) struct FileDocument {
    pub(super) file: String,
}

/// A contact as scripts see it, with the reference of the person.
pub(super) fn contact(contact: &Contact, person: Option<&str>) -> serde_json::Value {
    crate::exchange::json::contact(contact, person, false)
}
