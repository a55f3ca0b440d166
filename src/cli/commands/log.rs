//! `log`: the daily log, on screen or as a file.

use super::{Answer, say_who_acts};
use crate::{
    cli::{
        Session,
        grammar::{LogArgs, LogFormat},
        out::End,
    },
    domain::{
        contact::ContactState,
        dates,
        daybook::{Daybook, DaybookRow},
        failure::Failure,
        masking,
    },
    office::{FileFormat, LogOf, LogOrder, Office, Target, Written},
    text::Lang,
};
use std::path::{Path, PathBuf};

crate::messages! {
    end_before_start(from: &str, to: &str) { zh: "--to {to} 早于 --date {from}", en: "--to {to} lies before --date {from}" }
    no_form(path: &str) { zh: "看不出要什么格式：{path}；请加 --format", en: "which form {path} should have is not clear; add --format" }
    written(path: &str, rows: usize) { zh: "已写 {rows} 条：{path}", en: "{rows} contacts written: {path}" }
    nothing_logged(from: &str, to: &str) { zh: "{from} 至 {to} 没有联系记录", en: "No contacts from {from} to {to}" }
    totals(contacts: usize, persons: usize) { zh: "{contacts} 人次，{persons} 人", en: "Contacts: {contacts}, people: {persons}" }
    head_code(code: &str) { zh: "校验码 {code}", en: "Check code {code}" }
    time_head() { zh: "时间", en: "Time" }
    channel_head() { zh: "方式", en: "Channel" }
    name_head() { zh: "姓名", en: "Name" }
    id_head() { zh: "证号", en: "Id number" }
    town_head() { zh: "镇街", en: "Town" }
    outcome_head() { zh: "结果", en: "Outcome" }
    next_head() { zh: "下次", en: "Next" }
    operator_head() { zh: "经办人", en: "Operator" }
    mark_head() { zh: "标记", en: "Mark" }
    note_head() { zh: "内容", en: "Note" }
    late_mark() { zh: "补录", en: "Late entry" }
}

pub(super) fn run(args: LogArgs, session: &mut Session<'_>) -> Answer {
    let (from, to) = (args.date, args.to.unwrap_or(args.date));
    if to < from {
        return Err(Failure::WrongUsage {
            problem: end_before_start(session.lang(), &from.to_string(), &to.to_string())
                .into_owned(),
        });
    }
    let format = format(&args, session.lang())?;
    // A log that is written is journalled; one that is only read is not.
    let office = match format {
        Some(_) => session.open()?,
        None => session.open_to_read()?,
    };
    let of = if args.everyone {
        LogOf::Everyone
    } else {
        LogOf::Operator(office.operator().id)
    };
    let Some(format) = format else {
        if !args.everyone {
            say_who_acts(&office, session);
        }
        let book = office.daybook(from, to, of)?;
        print(&book, session);
        return Ok(End::Done);
    };
    let order = LogOrder {
        from,
        to,
        of,
        format,
        target: target(args.output, format, args.force),
    };
    export(&order, &office, session)
}

fn export(order: &LogOrder, office: &Office, session: &mut Session<'_>) -> Answer {
    say_who_acts(office, session);
    let file = office.export_log(order, &session.clock.moment())?;
    let lang = session.lang();
    if file.rows == 0 && file.path.is_some() {
        let path = shown(&file);
        return Err(Failure::NothingLogged {
            day: order.from.to_string(),
            path,
        });
    }
    deliver(&file, session, |path, rows| {
        written(lang, path, rows).into_owned()
    });
    Ok(End::Done)
}

/// Prints a stream, or says where the file stands.
pub(super) fn deliver(
    file: &Written,
    session: &mut Session<'_>,
    words: impl FnOnce(&str, usize) -> String,
) {
    if file.path.is_some() {
        let text = words(&shown(file), file.rows);
        if session.out.is_json() {
            session.out.aside(&text);
        } else {
            session.out.line(&text);
        }
    } else {
        session.out.bytes(&file.bytes);
    }
}

fn shown(file: &Written) -> String {
    let path = file.path.as_deref().unwrap_or(Path::new("-"));
    crate::text::display::line(&path.to_string_lossy())
}

/// Workbooks go to the usual place; text goes where the caller's output goes.
pub(super) fn target(output: Option<PathBuf>, format: FileFormat, force: bool) -> Target {
    match output {
        Some(path) if path == Path::new("-") => Target::Stream,
        Some(path) => Target::File(path, force),
        None if format == FileFormat::Xlsx => Target::Usual,
        None => Target::Stream,
    }
}

/// The form asked for, else by the file's name; none is a table to read.
fn format(args: &LogArgs, lang: Lang) -> Result<Option<FileFormat>, Failure> {
    if args.json {
        return Ok(Some(FileFormat::Json));
    }
    match (args.format, &args.output) {
        (Some(format), _) => Ok(Some(match format {
            LogFormat::Csv => FileFormat::Csv,
            LogFormat::Xlsx => FileFormat::Xlsx,
            LogFormat::Html => FileFormat::Html,
            LogFormat::Json => FileFormat::Json,
        })),
        (None, Some(path)) => by_name(path, lang).map(Some),
        (None, None) => Ok(None),
    }
}

/// The form that a file's name asks for.
pub(super) fn by_name(path: &Path, lang: Lang) -> Result<FileFormat, Failure> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    FileFormat::parse(&extension).ok_or_else(|| Failure::WrongUsage {
        problem: no_form(lang, &crate::text::display::line(&path.to_string_lossy())).into_owned(),
    })
}

fn print(book: &Daybook, session: &mut Session<'_>) {
    let lang = session.lang();
    if book.rows.is_empty() {
        let text = nothing_logged(lang, &book.from.to_string(), &book.to.to_string());
        session.out.line(&text);
        return;
    }
    let head = [
        time_head(lang),
        channel_head(lang),
        name_head(lang),
        id_head(lang),
        town_head(lang),
        outcome_head(lang),
        next_head(lang),
        operator_head(lang),
        mark_head(lang),
        note_head(lang),
    ];
    let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let rows: Vec<Vec<String>> = book.rows.iter().map(|row| line(row, lang)).collect();
    session.out.table(&head, &rows);
    let sums = book.totals();
    let text = totals(lang, sums.contacts, sums.persons);
    session.out.line(&text);
    if let Some(head) = &book.head {
        let text = head_code(lang, &head.short());
        session.out.line(&text);
    }
}

fn line(row: &DaybookRow, lang: Lang) -> Vec<String> {
    let record = &row.contact.record;
    let mut marks = Vec::new();
    if row.contact.is_late() {
        marks.push(late_mark(lang).into_owned());
    }
    if row.contact.state != ContactState::Valid {
        marks.push(row.contact.state.label(lang).to_owned());
    }
    vec![
        dates::day_and_hour(record.at),
        record.channel.label(lang).to_owned(),
        row.contact.with_name.clone(),
        row.id_masked.clone(),
        row.town.clone(),
        record.outcome.label(lang).to_owned(),
        record.next_due.map_or_else(String::new, |d| d.to_string()),
        row.contact.operator_name.clone(),
        marks.join(" "),
        masking::numbers(&record.note),
    ]
}
