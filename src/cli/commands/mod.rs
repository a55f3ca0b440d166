//! One file per command.

mod check;
mod contact;
mod create;
mod demo;
mod export;
mod generate;
mod import;
mod log;
mod matching;
mod occupation;
mod operator;
mod search;

use super::{Session, grammar::Command, out::End};
use crate::domain::{cause::Cause, failure::Failure};
use std::path::Path;

crate::messages! {
    first_acts(name: &str) {
        zh: "没有指明经办人，按首位经办人“{name}”记录；请用 --operator 姓名",
        en: "No operator was named; the first one, {name}, is taken. Say who with --operator NAME"
    }
}

type Answer = Result<End, Failure>;

/// The largest list of queries that is read.
const LARGEST_BATCH: u64 = 100_000_000;

/// Runs a command; none opens the screen.
pub(super) fn dispatch(command: Option<Command>, session: &mut Session<'_>) -> Answer {
    match command {
        None => crate::app::open_screen(&session.settings, session.clock).map(|()| End::Done),
        Some(Command::Demo(args)) => demo::run(&args, session),
        Some(Command::Create(_)) => create::run(session),
        Some(Command::Import(args)) => import::run(&args, session),
        Some(Command::Search(args)) => search::run(&args, session),
        Some(Command::Match(args)) => matching::run(&args, session),
        Some(Command::Occupation(args)) => occupation::run(&args, session),
        Some(Command::Contact(command)) => contact::run(command, session),
        Some(Command::Log(args)) => log::run(args, session),
        Some(Command::Export(args)) => export::run(args, session),
        Some(Command::Check(_)) => check::check(session),
        Some(Command::Backup(args)) => check::backup(&args.file, session),
        Some(Command::Restore(args)) => check::restore(&args.file, session),
        Some(Command::Operator(command)) => operator::run(command, session),
        Some(Command::Completions(args)) => generate::completions(args.shell, session),
        Some(Command::Man) => generate::man(session),
    }
}

/// The lines of a file of queries; empty ones count too, so that answers stand in order.
fn batch_lines(path: &Path) -> Result<Vec<String>, Failure> {
    let lines = if path == Path::new("-") {
        standard_input()?
    } else {
        crate::office::read_lines(path, LARGEST_BATCH)?
    };
    Ok(lines.iter().map(|l| l.trim().to_owned()).collect())
}

/// The lines of the standard input, which are UTF-8.
fn standard_input() -> Result<Vec<String>, Failure> {
    use std::io::Read;
    let mut text = String::new();
    let read = std::io::stdin()
        .take(LARGEST_BATCH)
        .read_to_string(&mut text);
    read.map_err(|error| Failure::FileUnreadable {
        path: "-".to_owned(),
        detail: match error.kind() {
            std::io::ErrorKind::InvalidData => Cause::NotUtf8.code().to_owned(),
            _ => Cause::of(&error),
        },
    })?;
    let text = text.trim_start_matches('\u{feff}');
    Ok(text.lines().map(str::to_owned).collect())
}

/// Answers line after line, each with its own document; a line that fails has a failure for answer.
fn batch(
    path: &Path,
    session: &mut Session<'_>,
    mut answer: impl FnMut(&str, &mut Session<'_>) -> Result<(), Failure>,
) -> Answer {
    let mut end = End::Done;
    for line in batch_lines(path)? {
        if let Err(failure) = answer(&line, session) {
            session.out.fail_document(&failure);
            end = End::Partly;
        }
        if session.out.is_gone() {
            break;
        }
    }
    Ok(end)
}

/// Says who is taken to act where several work and nobody was named.
fn say_who_acts(office: &crate::office::Office, session: &mut Session<'_>) {
    if session.settings.operator.is_none() && office.has_colleagues() {
        let text = first_acts(session.lang(), &office.operator().name);
        session.out.warn(&text);
    }
}
