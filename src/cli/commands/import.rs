//! `import`: a sheet in, with an account of every row.

use super::{Answer, say_who_acts};
use crate::{
    cli::{
        Session,
        grammar::{Encoding, ImportArgs},
        out::End,
    },
    domain::failure::Failure,
    exchange::{
        json,
        report::{CellNote, RowDetail, RowOutcome, Warning},
    },
    office::{self, ImportFile, Imported, Office, rejects_format, save, try_out},
    text::Lang,
};
use std::collections::BTreeMap;

crate::messages! {
    summary(file: &str) { zh: "文件：{file}", en: "File: {file}" }
    dry_run() { zh: "（预览，没有写入）", en: "(dry run, nothing was written)" }
    nothing_new() { zh: "没有新记录，没有写入", en: "Nothing new; nothing was written" }
    count(label: &str, number: usize) { zh: "{label} {number}", en: "{label}: {number}" }
    fix_count(fix: &str, number: usize) { zh: "  {fix}：{number}", en: "  {fix}: {number}" }
    rows_word() { zh: "总行数", en: "Rows" }
    row_reason(row: usize, reason: &str, cell: &str) { zh: "第 {row} 行退回：{reason}（{cell}）", en: "Row {row} rejected: {reason} ({cell})" }
    cell_words(name: &str, value: &str) { zh: "{name}：{value}", en: "{name}: {value}" }
    empty_cell() { zh: "空", en: "empty" }
    same_as_row(row: usize, other: usize) { zh: "第 {row} 行重复：与第 {other} 行相同", en: "Row {row} is a duplicate of row {other}" }
    same_as_record(row: usize, reference: &str) { zh: "第 {row} 行重复：已有 {reference}", en: "Row {row} is a duplicate of {reference}" }
    differs(line: &str, cells: &str) { zh: "{line}；这几格不同，没有写入：{cells}", en: "{line}; these cells differ and were not stored: {cells}" }
    row_warning(row: usize, what: &str, cell: &str) { zh: "第 {row} 行请核对：{what}（{cell}）", en: "Row {row}, please check: {what} ({cell})" }
    more_rows(number: usize) { zh: "……还有 {number} 条；用 --report 写成文件", en: "... and {number} more; write them to a file with --report" }
    more_rejects(number: usize) { zh: "……还有 {number} 行退回；用 --rejects 写成文件", en: "... and {number} more rejected; write them to a file with --rejects" }
    unknown_columns(names: &str) { zh: "不认识的列（内容随记录保留）：{names}", en: "Columns that are not known (kept with each record): {names}" }
}

/// Rows of a kind told one by one.
const TOLD: usize = 20;

pub(super) fn run(args: &ImportArgs, session: &mut Session<'_>) -> Answer {
    let encoding = match args.encoding {
        Encoding::Auto => office::Encoding::Auto,
        Encoding::Utf8 => office::Encoding::Utf8,
        Encoding::Gb18030 => office::Encoding::Gb18030,
    };
    // The file is read before the database is opened or made: a wrong file leaves nothing behind.
    let file = ImportFile::read(args.kind, &args.file, encoding)?;
    // So are the places of what is told about it: a stored roster without its report would mislead.
    if let Some(path) = &args.rejects {
        rejects_format(path, session.lang())?;
    }
    for path in args.report.iter().chain(&args.rejects) {
        try_out(path, args.force)?;
    }
    let moment = session.clock.moment();
    let office = open_or_make(args.dry_run, session)?;
    if !args.dry_run {
        say_who_acts(&office, session);
    }
    let imported = office.import(&file, args.dry_run, &moment)?;
    let report = json::report(&imported.file, &imported.account);
    if let Some(path) = &args.report {
        let mut bytes = report.to_string().into_bytes();
        bytes.push(b'\n');
        save(path, &bytes, args.force)?;
    }
    if let Some(path) = &args.rejects {
        imported.write_rejects(path, args.force, session.lang(), &moment)?;
    }
    if session.out.is_json() {
        session.out.json(&report);
    } else {
        print(&imported, args.dry_run, session);
    }
    Ok(if imported.account.report.rejected > 0 {
        End::Partly
    } else {
        End::Done
    })
}

/// An import may make the database; a preview of one that is not there looks at an empty office.
fn open_or_make(dry_run: bool, session: &Session<'_>) -> Result<Office, Failure> {
    let moment = session.clock.moment();
    let operator = session.settings.operator.as_deref();
    match session.open() {
        Err(Failure::DatabaseMissing { .. }) if dry_run => {
            Office::in_memory(operator.unwrap_or("-"), session.lang(), &moment)
        }
        Err(Failure::DatabaseMissing { .. }) => {
            let path = session.settings.database()?;
            Office::create(path, operator, session.lang(), &moment)
        }
        other => other,
    }
}

fn print(imported: &Imported, is_dry_run: bool, session: &mut Session<'_>) {
    let lang = session.lang();
    let report = &imported.account.report;
    let mut lines = vec![summary(lang, &imported.file).into_owned()];
    let counts = [
        (rows_word(lang).into_owned(), report.rows),
        (label(RowOutcome::Accepted, lang), report.accepted),
        (label(RowOutcome::Fixed, lang), report.fixed),
        (label(RowOutcome::Rejected, lang), report.rejected),
        (label(RowOutcome::Duplicate, lang), report.duplicates),
        (label(RowOutcome::Skipped, lang), report.skipped),
    ];
    let counts: Vec<String> = counts
        .iter()
        .map(|(label, number)| count(lang, label, *number).into_owned())
        .collect();
    lines.push(counts.join("  "));
    if !imported.account.unknown_columns.is_empty() {
        let names = imported.account.unknown_columns.join(lang.comma());
        lines.push(unknown_columns(lang, &names).into_owned());
    }
    let mut fixes: BTreeMap<&str, usize> = BTreeMap::new();
    for fix in report.details.iter().flat_map(|d| &d.fixes) {
        *fixes.entry(fix.label(lang)).or_default() += 1;
    }
    lines.extend(
        fixes
            .iter()
            .map(|(fix, number)| fix_count(lang, fix, *number).into_owned()),
    );
    lines.extend(rejects(&report.details, lang));
    if report.rejected > TOLD {
        lines.push(more_rejects(lang, report.rejected - TOLD).into_owned());
    }
    lines.extend(duplicates(&report.details, lang));
    lines.extend(warnings(&report.details, lang));
    if is_dry_run {
        lines.push(dry_run(lang).into_owned());
    } else if !imported.stored {
        lines.push(nothing_new(lang).into_owned());
    }
    for line in lines {
        session.out.line(&crate::text::display::line(&line));
    }
}

fn rejects(details: &[RowDetail], lang: Lang) -> Vec<String> {
    let reason = |detail: &RowDetail| {
        let words = detail.reason?.label(lang);
        let cell = cell(detail.cell.as_ref()?, lang);
        Some(row_reason(lang, detail.row, words, &cell).into_owned())
    };
    details.iter().filter_map(reason).take(TOLD).collect()
}

/// What the duplicates repeat; first those that say something new, because nothing of it was stored.
fn duplicates(details: &[RowDetail], lang: Lang) -> Vec<String> {
    let all = || {
        details
            .iter()
            .filter(|detail| detail.outcome == RowOutcome::Duplicate)
    };
    let telling = all().filter(|detail| !detail.differs.is_empty());
    let plain = all().filter(|detail| detail.differs.is_empty());
    let line = |detail: &RowDetail| {
        let line = match (detail.duplicate_of_row, &detail.reference) {
            (Some(other), _) => same_as_row(lang, detail.row, other),
            (None, reference) => {
                same_as_record(lang, detail.row, reference.as_deref().unwrap_or_default())
            }
        };
        if detail.differs.is_empty() {
            return line.into_owned();
        }
        let cells: Vec<String> = detail.differs.iter().map(|c| cell(c, lang)).collect();
        let mark = lang.pick("、", ", ");
        differs(lang, &line, &cells.join(mark)).into_owned()
    };
    capped(telling.chain(plain).map(line), all().count(), lang)
}

fn warnings(details: &[RowDetail], lang: Lang) -> Vec<String> {
    let all = || {
        details
            .iter()
            .flat_map(|detail| detail.warnings.iter().map(move |w| (detail.row, w)))
    };
    let line = |(row, warning): (usize, &Warning)| {
        row_warning(
            lang,
            row,
            warning.kind.label(lang),
            &cell(&warning.cell, lang),
        )
        .into_owned()
    };
    capped(all().map(line), all().count(), lang)
}

fn capped(lines: impl Iterator<Item = String>, all: usize, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = lines.take(TOLD).collect();
    if all > TOLD {
        lines.push(more_rows(lang, all - TOLD).into_owned());
    }
    lines
}

/// A cell by its column and what stands in it.
fn cell(cell: &CellNote, lang: Lang) -> String {
    let value = match cell.value.as_str() {
        "" => empty_cell(lang),
        value => value.into(),
    };
    cell_words(lang, cell.name(), &value).into_owned()
}

fn label(outcome: RowOutcome, lang: Lang) -> String {
    outcome.label(lang).to_owned()
}
