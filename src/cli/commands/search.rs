//! `search`: people from whatever scrap is at hand.

use super::{Answer, batch};
use crate::{
    cli::{
        Session,
        grammar::SearchArgs,
        out::End,
        shapes::{FoundShape, SearchDocument},
    },
    domain::{
        failure::Failure,
        filter::{FilterField, FilterProblem},
    },
    office::{Numbers, Office, Search},
    runtime::clock::Stopwatch,
    text::Lang,
};

crate::messages! {
    reference() { zh: "编号", en: "Ref" }
    name() { zh: "姓名", en: "Name" }
    sex() { zh: "性别", en: "Sex" }
    age() { zh: "年龄", en: "Age" }
    id_number() { zh: "证号", en: "Id number" }
    phone() { zh: "电话", en: "Phone" }
    town() { zh: "镇街", en: "Town" }
    village() { zh: "村居", en: "Village" }
    found_by() { zh: "找到的依据", en: "Found by" }
    nobody() { zh: "没有找到", en: "Nobody found" }
    only_near() { zh: "没有完全对上的，下面是最接近的", en: "Nobody meant; these are the nearest" }
    shown_of_about(shown: usize, total: usize) { zh: "列出 {shown} 人，共约 {total} 人", en: "{shown} shown of about {total}" }
    note(text: &str) { zh: "提示：{text}", en: "Note: {text}" }
    shown_of(shown: usize, total: usize) { zh: "列出 {shown} 人，共 {total} 人", en: "{shown} shown of {total}" }
}

pub(super) fn run(args: &SearchArgs, session: &mut Session<'_>) -> Answer {
    // Full numbers are journalled, so a search for them writes.
    let office = if args.reveal.reveal {
        session.open()?
    } else {
        session.open_to_read()?
    };
    if let Some(path) = &args.batch {
        office.warm_up_people()?;
        check_filter(&office, args, session)?;
        let end = batch(path, session, |line, session| {
            let document = document(&office, line, args, session)?;
            session.out.json(&document);
            Ok(())
        });
        office.keep_index();
        return end;
    }
    check_filter(&office, args, session)?;
    let query = args.query.as_deref().unwrap_or_default();
    if session.out.is_json() {
        let document = document(&office, query, args, session)?;
        session.out.json(&document);
    } else {
        let moment = session.clock.moment();
        let answer = office.search(&whole(query, args), args.limit, &moment)?;
        let numbers = reveal(&office, &answer, args, session)?;
        print(&answer, &numbers, session);
    }
    // The answer is out; the next search need not lay everybody out again.
    session.out.flush();
    office.keep_index();
    Ok(End::Done)
}

/// The words of the query and of the filter: all must hold.
fn whole(query: &str, args: &SearchArgs) -> String {
    let filter = args.filter.as_deref().unwrap_or_default();
    format!("{query} {filter}").trim().to_owned()
}

/// A filter of a script that can't be taken as it stands is refused: a list of too many people would be
/// worse than none.
fn check_filter(office: &Office, args: &SearchArgs, session: &Session<'_>) -> Result<(), Failure> {
    let Some(filter) = &args.filter else {
        return Ok(());
    };
    let answer = office.search(filter, 1, &session.clock.moment())?;
    let Some(first) = answer.problems.first() else {
        return Ok(());
    };
    let problem = first.words(session.lang());
    Err(match first {
        FilterProblem::NoSuchValue { field, .. }
            if !matches!(field, FilterField::Group | FilterField::Status) =>
        {
            Failure::FilterValueUnknown { problem }
        }
        _ => Failure::FilterWrong { problem },
    })
}

fn problems(answer: &Search, lang: Lang) -> Vec<String> {
    answer.problems.iter().map(|p| p.words(lang)).collect()
}

fn document(
    office: &Office,
    query: &str,
    args: &SearchArgs,
    session: &Session<'_>,
) -> Result<SearchDocument, Failure> {
    let moment = session.clock.moment();
    office.warm_up_people()?;
    let text = whole(query, args);
    let watch = Stopwatch::start();
    let answer = office.search(&text, args.limit, &moment)?;
    let elapsed = watch.elapsed();
    let numbers = reveal(office, &answer, args, session)?;
    Ok(SearchDocument {
        query: query.to_owned(),
        total: answer.total,
        about: answer.about,
        elapsed_us: elapsed.as_micros(),
        nearest: answer.nearest,
        problems: problems(&answer, session.lang()),
        results: answer
            .found
            .iter()
            .zip(numbers)
            .map(|((hit, line), numbers)| FoundShape::new(hit, line, numbers))
            .collect(),
    })
}

/// Full numbers of everybody found, where they were asked for; each is journalled.
fn reveal(
    office: &Office,
    answer: &Search,
    args: &SearchArgs,
    session: &Session<'_>,
) -> Result<Vec<Option<Numbers>>, Failure> {
    let purpose = args
        .reveal
        .purpose
        .as_deref()
        .filter(|_| args.reveal.reveal);
    let moment = session.clock.moment();
    answer
        .found
        .iter()
        .map(|(_, line)| match purpose {
            Some(purpose) => office.reveal(line.id, purpose, &moment).map(Some),
            None => Ok(None),
        })
        .collect()
}

fn print(answer: &Search, numbers: &[Option<Numbers>], session: &mut Session<'_>) {
    let lang = session.lang();
    for problem in problems(answer, lang) {
        session.out.line(&note(lang, &problem));
    }
    if answer.found.is_empty() {
        let text = match answer.total {
            0 => nobody(lang),
            total => shown_of(lang, 0, total),
        };
        session.out.line(&text);
        return;
    }
    if answer.nearest {
        session.out.line(&only_near(lang));
    }
    let head = [
        reference(lang),
        name(lang),
        sex(lang),
        age(lang),
        id_number(lang),
        phone(lang),
        town(lang),
        village(lang),
        found_by(lang),
    ];
    let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let rows: Vec<Vec<String>> = answer
        .found
        .iter()
        .zip(numbers)
        .map(|((hit, line), numbers)| {
            let (id, phone) = match numbers {
                Some(full) => (full.id_number.clone(), full.phone.clone()),
                None => (line.id_masked.clone(), line.phone_masked.clone()),
            };
            vec![
                line.reference.clone(),
                line.name.clone(),
                line.sex.map_or("", |s| s.label(lang)).to_owned(),
                line.age.map_or_else(String::new, |a| a.to_string()),
                id,
                phone,
                line.town.clone(),
                line.village.clone(),
                why(hit, lang),
            ]
        })
        .collect();
    session.out.table(&head, &rows);
    if answer.total > answer.found.len() {
        let shown = answer.found.len();
        let text = if answer.about {
            shown_of_about(lang, shown, answer.total)
        } else {
            shown_of(lang, shown, answer.total)
        };
        session.out.line(&text);
    }
}

fn why(hit: &crate::domain::hit::Hit, lang: Lang) -> String {
    let whys: Vec<String> = hit
        .matched
        .iter()
        .map(|m| {
            let heard = m.heard.as_ref();
            let heard = heard.map_or_else(String::new, |(a, b)| format!(" {a}/{b}"));
            format!("{}·{}{heard}", m.field.label(lang), m.by.label(lang))
        })
        .collect();
    whys.join(" ")
}
