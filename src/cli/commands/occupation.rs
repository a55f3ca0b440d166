//! `occupation`: a wish as people say it → occupations.

use super::{Answer, batch};
use crate::{
    cli::{Session, grammar::OccupationArgs, out::End, shapes::OccupationDocument},
    office::understand_wish,
};

crate::messages! {
    code() { zh: "职业代码", en: "Code" }
    title() { zh: "职业", en: "Occupation" }
    worktype() { zh: "工种", en: "Usual name" }
    by() { zh: "依据", en: "By" }
    not_understood() { zh: "没有对上任何职业", en: "No occupation understood" }
}

pub(super) fn run(args: &OccupationArgs, session: &mut Session<'_>) -> Answer {
    let document = |wish: &str| OccupationDocument {
        query: wish.to_owned(),
        results: understand_wish(wish, args.limit)
            .into_iter()
            .map(Into::into)
            .collect(),
    };
    if let Some(path) = &args.batch {
        return batch(path, session, |line, session| {
            session.out.json(&document(line));
            Ok(())
        });
    }
    let wish = args.wish.as_deref().unwrap_or_default();
    if session.out.is_json() {
        session.out.json(&document(wish));
        return Ok(End::Done);
    }
    let lang = session.lang();
    let found = understand_wish(wish, args.limit);
    if found.is_empty() {
        session.out.line(&not_understood(lang));
        return Ok(End::Done);
    }
    let head = [code(lang), title(lang), worktype(lang), by(lang)];
    let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let rows: Vec<Vec<String>> = found
        .into_iter()
        .map(|u| vec![u.code, u.title, u.worktype, u.by])
        .collect();
    session.out.table(&head, &rows);
    Ok(End::Done)
}
