//! `export`: records that can be imported again.

use super::{
    Answer,
    log::{by_name, deliver, target},
    say_who_acts,
};
use crate::{
    cli::{
        Session,
        grammar::{ExportArgs, ExportFormat},
        out::End,
    },
    domain::failure::Failure,
    office::{ExportOrder, FileFormat},
    text::Lang,
};

crate::messages! {
    exported(path: &str, rows: usize) { zh: "已导出 {rows} 条：{path}", en: "{rows} records exported: {path}" }
}

pub(super) fn run(args: ExportArgs, session: &mut Session<'_>) -> Answer {
    let format = format(&args, session.lang())?;
    let office = session.open()?;
    say_who_acts(&office, session);
    let order = ExportOrder {
        kind: args.kind,
        filter: args.filter,
        format,
        reveal: args.reveal.purpose.filter(|_| args.reveal.reveal),
        target: target(args.output, format, args.force),
    };
    let file = office.export(&order, &session.clock.moment())?;
    let lang = session.lang();
    deliver(&file, session, |path, rows| {
        exported(lang, path, rows).into_owned()
    });
    Ok(End::Done)
}

fn format(args: &ExportArgs, lang: Lang) -> Result<FileFormat, Failure> {
    if args.json {
        return Ok(FileFormat::Json);
    }
    match (args.format, &args.output) {
        (Some(ExportFormat::Csv), _) => Ok(FileFormat::Csv),
        (Some(ExportFormat::Xlsx), _) => Ok(FileFormat::Xlsx),
        (Some(ExportFormat::Json), _) => Ok(FileFormat::Json),
        (None, Some(path)) => by_name(path, lang),
        (None, None) => Ok(FileFormat::Xlsx),
    }
}
