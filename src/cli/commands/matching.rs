//! `match`: what fits a person, or whom a vacancy or course fits.

use super::{Answer, batch};
use crate::{
    cli::{
        Session,
        grammar::{For, MatchArgs, Subject},
        out::End,
        shapes::{FitShape, MatchDocument, SubjectShape},
    },
    domain::{
        failure::Failure,
        fit::{Fit, FitLevel, Verdict},
        offer::OfferKind,
    },
    office::{Offer, Office, PersonMatches, WhoFits},
    runtime::clock::Stopwatch,
    text::Lang,
};

crate::messages! {
    understood(words: &str) { zh: "意向理解为：{words}", en: "Wish understood as: {words}" }
    courses() { zh: "课程", en: "Courses" }
    vacancies() { zh: "岗位", en: "Vacancies" }
    people() { zh: "人员", en: "People" }
    none() { zh: "（没有）", en: "(none)" }
    not_checked(words: &str) { zh: "未核：{words}", en: "Not checked: {words}" }
    hint() { zh: "〔参考〕", en: " [hint]" }
    ask(question: &str) { zh: "问：{question}", en: "Ask: {question}" }
    fits_in_all(number: usize) { zh: "共 {number} 人可推荐", en: "{number} fit in all" }
    cannot_be_for(kind: &str, target: &str) { zh: "match {kind} 不能用 --for {target}", en: "match {kind} can't be --for {target}" }
}

/// What was found, before it is printed.
enum Found {
    /// For the person with this reference.
    ForPerson(String, PersonMatches),
    ForOffer(Box<WhoFits>),
}

impl Found {
    /// The subject's own reference, however it was named.
    fn reference(&self) -> String {
        match self {
            Self::ForPerson(reference, _) => reference.clone(),
            Self::ForOffer(fits) => match &fits.offer {
                Offer::Course(course) => course.record.reference.clone(),
                Offer::Vacancy(vacancy) => vacancy.record.reference.clone(),
            },
        }
    }
}

pub(super) fn run(args: &MatchArgs, session: &mut Session<'_>) -> Answer {
    refuse_contradiction(args, session.lang())?;
    let office = session.open_to_read()?;
    if let Some(path) = &args.batch {
        office.warm_up_offers()?;
        return batch(path, session, |line, session| {
            let document = document(&office, line, args, session)?;
            session.out.json(&document);
            Ok(())
        });
    }
    let reference = args.reference.as_deref().unwrap_or_default();
    if session.out.is_json() {
        let document = document(&office, reference, args, session)?;
        session.out.json(&document);
    } else {
        let found = find(&office, reference, args, session)?;
        print(&found, args, session);
    }
    Ok(End::Done)
}

fn refuse_contradiction(args: &MatchArgs, lang: Lang) -> Result<(), Failure> {
    let (kind, target) = match (args.subject, args.target) {
        (Subject::Person, Some(For::People)) => ("person", "people"),
        (Subject::Vacancy, Some(For::Courses)) => ("vacancy", "courses"),
        (Subject::Vacancy, Some(For::Vacancies)) => ("vacancy", "vacancies"),
        (Subject::Course, Some(For::Courses)) => ("course", "courses"),
        (Subject::Course, Some(For::Vacancies)) => ("course", "vacancies"),
        _ => return Ok(()),
    };
    Err(Failure::WrongUsage {
        problem: cannot_be_for(lang, kind, target).into_owned(),
    })
}

fn find(
    office: &Office,
    reference: &str,
    args: &MatchArgs,
    session: &Session<'_>,
) -> Result<Found, Failure> {
    let moment = session.clock.moment();
    let who = |kind| {
        let id = office.find_offer(kind, reference)?;
        let fits = office.who_fits(id, &moment, args.limit, args.all)?;
        Ok(Found::ForOffer(Box::new(fits)))
    };
    match args.subject {
        Subject::Person => {
            let id = office.find_person(reference)?;
            let mut matches = office.offers_for(id, &moment, args.limit, args.all)?;
            match args.target {
                Some(For::Courses) => matches.vacancies.clear(),
                Some(For::Vacancies) => matches.courses.clear(),
                Some(For::People) | None => {}
            }
            let line = office.summaries(&[id], &moment)?.pop();
            let own = line.map_or_else(|| reference.to_owned(), |l| l.reference);
            Ok(Found::ForPerson(own, matches))
        }
        Subject::Vacancy => who(OfferKind::Vacancies),
        Subject::Course => who(OfferKind::Courses),
    }
}

fn document(
    office: &Office,
    reference: &str,
    args: &MatchArgs,
    session: &Session<'_>,
) -> Result<MatchDocument, Failure> {
    match args.subject {
        Subject::Person => office.warm_up_offers()?,
        Subject::Vacancy | Subject::Course => office.warm_up()?,
    }
    let watch = Stopwatch::start();
    let found = find(office, reference, args, session)?;
    let elapsed_us = watch.elapsed().as_micros();
    let own = found.reference();
    let results = match found {
        Found::ForPerson(_, matches) => {
            let courses = matches.courses.into_iter();
            let vacancies = matches.vacancies.into_iter();
            courses
                .map(|fit| FitShape::offer("course", fit))
                .chain(vacancies.map(|fit| FitShape::offer("vacancy", fit)))
                .collect()
        }
        Found::ForOffer(fits) => fits
            .people
            .into_iter()
            .map(|(fit, line)| FitShape::person(fit, line))
            .collect(),
    };
    Ok(MatchDocument {
        subject: SubjectShape {
            kind: match args.subject {
                Subject::Person => "person",
                Subject::Vacancy => "vacancy",
                Subject::Course => "course",
            },
            reference: own,
        },
        elapsed_us,
        results,
    })
}

fn print(found: &Found, args: &MatchArgs, session: &mut Session<'_>) {
    let lang = session.lang();
    let mut lines = Vec::new();
    match found {
        Found::ForPerson(_, matches) => {
            if !matches.understood.is_empty() {
                lines.push(understood(lang, &matches.understood.join(lang.comma())).into_owned());
            }
            for (heading, offers, wanted) in [
                (
                    courses(lang),
                    &matches.courses,
                    args.target != Some(For::Vacancies),
                ),
                (
                    vacancies(lang),
                    &matches.vacancies,
                    args.target != Some(For::Courses),
                ),
            ] {
                if !wanted {
                    continue;
                }
                lines.push(format!("== {heading}"));
                if offers.is_empty() {
                    lines.push(none(lang).into_owned());
                }
                for offer in offers {
                    let parts = [
                        &offer.reference,
                        &offer.title,
                        &offer.by,
                        &offer.place,
                        &offer.terms,
                    ];
                    entry(&parts.map(String::as_str), &offer.fit, lang, &mut lines);
                }
            }
        }
        Found::ForOffer(fits) => {
            lines.push(format!("== {}", people(lang)));
            for (fit, line) in &fits.people {
                let age = line.age.map_or_else(String::new, |a| a.to_string());
                let parts = [
                    line.reference.as_str(),
                    &line.name,
                    &line.id_masked,
                    &age,
                    &line.town,
                    &line.village,
                ];
                entry(&parts, &fit.fit, lang, &mut lines);
            }
            lines.push(fits_in_all(lang, fits.fitting).into_owned());
        }
    }
    for line in lines {
        session.out.line(&crate::text::display::line(&line));
    }
}

fn entry(parts: &[&str], fit: &Fit, lang: Lang, lines: &mut Vec<String>) {
    let mark = match fit.level {
        FitLevel::Yes => "+",
        FitLevel::Unknown => "?",
        FitLevel::No => "-",
    };
    let words: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    lines.push(format!(
        "{mark} {} {}",
        fit.level.label(lang),
        words.join("  ")
    ));
    for reason in &fit.reasons {
        let verdict: Verdict = reason.verdict;
        let mut line = format!("    {} {}", verdict.label(lang), reason.what);
        if reason.soft {
            line.push_str(&hint(lang));
        }
        if !reason.because.is_empty() {
            line.push_str(&format!(" ({})", reason.because));
        }
        if let Some(rule) = &reason.rule {
            line.push_str(&format!(" [{} {}]", rule.rule, rule.clause));
        }
        if let Some(question) = &reason.ask {
            line.push_str("  ");
            line.push_str(&ask(lang, question));
        }
        lines.push(line);
    }
    if !fit.not_checked.is_empty() {
        let words = fit.not_checked.join(lang.pick("；", "; "));
        lines.push(format!("    {}", not_checked(lang, &words)));
    }
}
