//! `demo`: a made-up office, thrown away when its screen closes, or kept in a file with `--fill-only`.

use super::Answer;
use crate::{
    cli::{Session, grammar::DemoArgs, out::End},
    domain::failure::Failure,
    office::Office,
};

crate::messages! {
    filled(people: u64, path: &str) { zh: "已填好 {people} 位虚构人员：{path}", en: "Filled with {people} made-up people: {path}" }
    needs_file() { zh: "--fill-only 要用 --db 指明新文件", en: "--fill-only needs --db with the new file" }
    progress(done: u64, people: u64) { zh: "已建 {done} / {people} 人", en: "{done} of {people} people" }
    only_fill() { zh: "demo 用自己的临时数据库；要填一个文件请加 --fill-only", en: "demo has a throw-away database of its own; add --fill-only to fill a file" }
}

/// Progress is told every so many people.
const TELL_EVERY: u64 = 100_000;

pub(super) fn run(args: &DemoArgs, session: &mut Session<'_>) -> Answer {
    if !args.fill_only {
        if session.named_database {
            let text = only_fill(session.lang());
            session.out.warn(&text);
        }
        return crate::app::open_demo(&session.settings, session.clock, args.people)
            .map(|()| End::Done);
    }
    if !session.named_database {
        return Err(Failure::WrongUsage {
            problem: needs_file(session.lang()).into_owned(),
        });
    }
    let path = session.settings.database()?.to_owned();
    let (lang, people, moment) = (session.lang(), args.people, session.clock.moment());
    let operator = session.settings.operator.clone();
    let out = &mut session.out;
    let mut told = 0;
    Office::demo(&path, people, operator.as_deref(), lang, &moment, |done| {
        if done >= told + TELL_EVERY {
            told = done;
            let text = progress(lang, done, people);
            out.aside(&text);
        }
    })?;
    let file = crate::text::display::line(&path.to_string_lossy());
    let text = filled(lang, people, &file);
    session.out.line(&text);
    Ok(End::Done)
}
