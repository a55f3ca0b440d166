//! `check`, `backup`, `restore`.

use super::Answer;
use crate::{
    cli::{
        Session,
        out::End,
        shapes::{CheckDocument, FileDocument},
    },
    domain::failure::Failure,
    office::{CheckFinding, Office},
};
use std::path::Path;

crate::messages! {
    sound(people: usize, contacts: usize, head: &str) {
        zh: "一切正常：{people} 人，{contacts} 条有效联系记录，操作记录校验码 {head}",
        en: "All is well: people {people}, valid contacts {contacts}, journal check code {head}"
    }
    part_keys() { zh: "按键和配置", en: "keys and configuration" }
    mend_file() { zh: "改正它；其余的仍然有效", en: "Correct it; the rest holds all the same" }
    finding(part: &str, what: &str, advice: &str) { zh: "[{part}] {what}\n  {advice}", en: "[{part}] {what}\n  {advice}" }
    backed_up(path: &str) { zh: "已备份并校验：{path}", en: "Backed up and verified: {path}" }
    kept_aside(path: &str) { zh: "原来的数据库留在：{path}", en: "The database that was there is kept as {path}" }
    restored(backup: &str, path: &str) { zh: "已用 {backup} 恢复：{path}", en: "{path} was restored from {backup}" }
}

pub(super) fn check(session: &mut Session<'_>) -> Answer {
    let lang = session.lang();
    let in_files = files(session);
    let office = match session.open_to_read() {
        Ok(office) => office,
        Err(failure) if is_about_the_file(&failure) && session.out.is_json() => {
            // What keeps the database from being opened is a finding too, and the document stays one.
            let words = failure.words(lang);
            let document = CheckDocument::unopened(failure.code(), &words, in_files);
            session.out.json(&document);
            session.out.aside(&words.what);
            return Ok(End::Refused);
        }
        Err(failure) => {
            for found in in_files {
                let text = finding(lang, &found.part_label, &found.what, &found.advice);
                session.out.aside(&text);
            }
            return Err(failure);
        }
    };
    let mut report = office.check()?;
    report.ok &= in_files.is_empty();
    report.findings.extend(in_files);
    let end = if report.ok { End::Done } else { End::Refused };
    if session.out.is_json() {
        session.out.json(&CheckDocument::from(report));
        return Ok(end);
    }
    let lang = session.lang();
    for found in &report.findings {
        let text = finding(lang, &found.part_label, &found.what, &found.advice);
        session.out.line(&text);
    }
    if report.ok {
        let text = sound(lang, report.people, report.contacts, &report.head);
        session.out.line(&text);
    }
    Ok(end)
}

/// What is wrong with the key files and the configuration; a file that can't be read is one finding.
fn files(session: &Session<'_>) -> Vec<CheckFinding> {
    let lang = session.lang();
    let problems = crate::app::key_file_problems(&session.settings)
        .unwrap_or_else(|failure| vec![failure.words(lang).what]);
    let worded = |what| CheckFinding {
        part: "keys",
        part_label: part_keys(lang).into_owned(),
        severity: "bad",
        what,
        advice: mend_file(lang).into_owned(),
    };
    problems.into_iter().map(worded).collect()
}

fn is_about_the_file(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::DatabaseDamaged { .. }
            | Failure::NotADatabase { .. }
            | Failure::DatabaseEmpty { .. }
            | Failure::SchemaTooNew { .. }
            | Failure::ForeignDatabase { .. }
    )
}

pub(super) fn backup(file: &Path, session: &mut Session<'_>) -> Answer {
    session.open()?.backup(file)?;
    told(file, session, |lang, path| {
        backed_up(lang, path).into_owned()
    })
}

pub(super) fn restore(file: &Path, session: &mut Session<'_>) -> Answer {
    let target = session.settings.database()?.to_owned();
    let operator = session.settings.operator.clone();
    let kept = Office::restore(file, &target, operator.as_deref(), session.lang())?;
    if let Some(kept) = kept {
        let kept = crate::text::display::line(&kept.to_string_lossy());
        let text = kept_aside(session.lang(), &kept);
        session.out.aside(&text);
    }
    let backup = crate::text::display::line(&file.to_string_lossy());
    told(&target, session, |lang, path| {
        restored(lang, &backup, path).into_owned()
    })
}

fn told(
    path: &Path,
    session: &mut Session<'_>,
    words: impl Fn(crate::text::Lang, &str) -> String,
) -> Answer {
    let file = crate::text::display::line(&path.to_string_lossy());
    if session.out.is_json() {
        session.out.json(&FileDocument { file });
    } else {
        let text = words(session.lang(), &file);
        session.out.line(&text);
    }
    Ok(End::Done)
}
