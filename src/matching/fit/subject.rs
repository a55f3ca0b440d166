//! An offer with its texts read once: what people are held against.

use super::{
    outcome::{Outcome, comes_of_it},
    relation::{Relation, related},
};
use crate::domain::{
    dates::parse_date,
    offer::{CourseRecord, OfferKind, VacancyRecord},
    person::DisabilityKind,
};
use crate::matching::{
    occupation::{Occupations, Understood, Wants},
    places::{Home, Places},
    requirement::{
        Condition, Flaw, Kind, Part, Requirement, Strength, certificate,
        pay::{self, Pay},
        read,
    },
};
use chrono::NaiveDate;

/// A date of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Nothing is written.
    None,
    /// Something is written that is no date (随到随学).
    Open,
    /// A month and a day without a year.
    Yearless(u32, u32),
    /// A day; `late`: who comes later may still join.
    On {
        /// The day.
        day: NaiveDate,
        /// Later comers may join.
        late: bool,
    },
}

/// An offer, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    pub(crate) kind: OfferKind,
    pub(crate) requirement: Requirement,
    pub(crate) occupations: Vec<Understood>,
    pub(crate) title: String,
    pub(crate) title_core: String,
    pub(crate) place: Home,
    pub(crate) place_words: String,
    pub(crate) pay: Option<Pay>,
    pub(crate) day: Day,
    pub(crate) day_words: String,
    pub(crate) nobody_needed: bool,
    /// Work that no minor may do: the words that say so.
    pub(crate) not_for_minors: Option<String>,
    /// The kinds of disability that the work plainly excludes.
    pub(crate) excludes: Vec<DisabilityKind>,
    /// The target of a course holds words that nobody read.
    pub(crate) target_unread: bool,
    /// A course for a special operation: adults only.
    pub(crate) special_operation: bool,
    /// What a course leads to.
    pub(super) outcome: Option<Outcome>,
}

/// Words that say that one may join late.
const LATE: [&str; 6] = ["插班", "滚动", "随到随学", "随时", "逢", "起"];

/// Titles of dangerous work (未成年工特殊保护规定 第三条; 特种作业目录).
const DANGEROUS: [&str; 24] = [
    "电工",
    "焊",
    "叉车",
    "起重",
    "行车",
    "塔吊",
    "高处",
    "高空",
    "登高",
    "架子",
    "爆破",
    "烟花",
    "爆竹",
    "危险化学",
    "危化",
    "井下",
    "矿",
    "锅炉",
    "压力容器",
    "抛光",
    "打磨",
    "打砂",
    "喷漆",
    "喷油",
];

/// Work that a kind plainly excludes; only what nobody disputes.
const EXCLUDES: [(&[&str], &[DisabilityKind]); 2] = [
    (
        &[
            "司机",
            "驾驶",
            "叉车",
            "网约车",
            "代驾",
            "骑手",
            "外卖",
            "快递员",
            "送餐",
            "塔吊",
            "行车工",
            "起重机",
        ],
        &[DisabilityKind::Sight],
    ),
    (
        &[
            "话务",
            "电话客服",
            "电销",
            "接线员",
            "呼叫中心",
            "电话销售",
            "电话回访",
        ],
        &[DisabilityKind::Hearing, DisabilityKind::Speech],
    ),
];

impl Subject {
    /// Reads a course.
    pub fn course(course: &CourseRecord, occupations: &Occupations, places: &Places) -> Self {
        let mut requirement = read(&course.title, Part::Title);
        requirement.unread.clear();
        let target = read(&course.target, Part::Target);
        let target_unread = !target.unread.is_empty();
        requirement.extend(target);
        requirement.extend(read(&course.condition, Part::Condition));
        requirement.extend(read(&course.remark, Part::Remark));
        let mut start = read(&course.start.text, Part::Benefit);
        start.conditions.retain(|c| c.kind == Kind::Full);
        requirement.conditions.append(&mut start.conditions);
        // A deposit is usual for a course, and nobody's scam.
        requirement
            .conditions
            .retain(|c| !matches!(c.kind, Kind::Flaw(Flaw::Deposit)));
        let asked = requirement.conditions.len();
        requirement.conditions.retain(|c| !comes_of_it(c));
        let remarked = requirement.conditions.len() < asked;
        let late = |text: &str| LATE.iter().any(|w| text.contains(w));
        let written = course
            .start
            .value
            .or_else(|| parse_date(&course.start.text));
        let day = match written {
            Some(day) => Day::On {
                day,
                late: late(&course.start.text) || course.remark.contains("插班"),
            },
            None if course.start.text.trim().is_empty() => Day::None,
            None => month_and_day(&course.start.text).unwrap_or(Day::Open),
        };
        let special_operation = course.level.contains("操作证") && !course.title.contains("复审");
        let mut subject = Self::new(OfferKind::Courses, &course.title, requirement, occupations);
        subject.place = places.find(&course.place);
        subject.place_words.clone_from(&course.place);
        subject.day = day;
        subject.day_words.clone_from(&course.start.text);
        subject.special_operation = special_operation;
        subject.target_unread = target_unread;
        subject.outcome = Outcome::of(course, remarked);
        subject
    }

    /// Reads a vacancy.
    pub fn vacancy(vacancy: &VacancyRecord, occupations: &Occupations, places: &Places) -> Self {
        let mut requirement = read(&vacancy.title, Part::Title);
        requirement.unread.clear();
        requirement.extend(read(&vacancy.requirement, Part::Requirement));
        requirement.extend(read(&vacancy.remark, Part::Remark));
        for text in [&vacancy.benefit, &vacancy.headcount.text] {
            let mut more = read(text, Part::Benefit);
            more.unread.clear();
            requirement.extend(more);
        }
        let mut subject = Self::new(
            OfferKind::Vacancies,
            &vacancy.title,
            requirement,
            occupations,
        );
        subject.place = places.find(&vacancy.place);
        subject.place_words.clone_from(&vacancy.place);
        child_labour(&mut subject.requirement);
        subject.pay = pay::read(&vacancy.pay);
        subject.nobody_needed = vacancy.headcount.value == Some(0);
        if let Some(day) = vacancy.closes.value {
            subject.day = Day::On { day, late: false };
        }
        subject.day_words.clone_from(&vacancy.closes.text);
        let words = format!(
            "{} {} {}",
            vacancy.title, vacancy.requirement, vacancy.remark
        );
        let danger = subject
            .requirement
            .conditions
            .iter()
            .find(|c| matches!(c.kind, Kind::Hazard | Kind::Shift { night: true }));
        subject.not_for_minors = danger.map(|c| c.words.clone()).or_else(|| {
            let word = DANGEROUS.iter().find(|w| vacancy.title.contains(*w))?;
            Some((*word).to_owned())
        });
        if !words.contains("文字客服") {
            for (titles, kinds) in EXCLUDES {
                if titles.iter().any(|t| vacancy.title.contains(t))
                    || kinds.len() > 1 && titles.iter().any(|t| words.contains(t))
                {
                    subject.excludes.extend(kinds);
                }
            }
        }
        subject
    }

    fn new(
        kind: OfferKind,
        title: &str,
        mut requirement: Requirement,
        occupations: &Occupations,
    ) -> Self {
        ages_of_one_sex(&mut requirement);
        let plain: String = title
            .split(['（', '(', '【'])
            .next()
            .unwrap_or(title)
            .replace(['“', '”'], "");
        let mut known = occupations.understand(&plain, 5);
        if known.is_empty() {
            known = occupations.understand(title, 5);
        }
        Self {
            kind,
            requirement,
            occupations: known,
            title: title.to_owned(),
            title_core: certificate::core(&plain),
            place: Home::default(),
            place_words: String::new(),
            pay: None,
            day: Day::None,
            day_words: String::new(),
            nobody_needed: false,
            not_for_minors: None,
            excludes: Vec::new(),
            target_unread: false,
            special_operation: false,
            outcome: None,
        }
    }

    /// Whether it can be taken up on a day; `None` where nothing tells.
    pub fn is_open(&self, today: NaiveDate) -> Option<bool> {
        let full = self
            .requirement
            .conditions
            .iter()
            .any(|c| c.kind == Kind::Full);
        if full || self.nobody_needed {
            return Some(false);
        }
        match self.day {
            Day::Yearless(month, day) => is_ahead(month, day, today).then_some(true),
            Day::On { day, .. } if today <= day => Some(true),
            Day::On { late: true, .. } | Day::Open => None,
            Day::On { .. } => Some(false),
            Day::None => None,
        }
    }

    /// How the work bears on what somebody wants.
    pub fn relation(&self, wants: &Wants) -> Relation {
        let of = |list: &[Understood]| {
            list.iter()
                .flat_map(|w| self.occupations.iter().map(move |o| related(w, o)))
                .max()
                .unwrap_or(Relation::None)
        };
        let field = |refused: bool| {
            wants.fields.iter().any(|f| {
                f.refused == refused
                    && self
                        .occupations
                        .iter()
                        .any(|o| o.code.starts_with(f.prefix))
            })
        };
        let named = wants
            .wanted
            .iter()
            .any(|w| w.by.chars().count() >= 2 && self.title.contains(&w.by));
        let wanted = if named {
            Relation::Same
        } else {
            of(&wants.wanted)
        };
        let wanted = if wanted == Relation::None && field(false) {
            Relation::Field
        } else {
            wanted
        };
        let refused = of(&wants.refused) >= Relation::Occupation || field(true);
        if refused && wanted < Relation::Occupation {
            Relation::Refused
        } else {
            wanted
        }
    }
}

/// `14岁以上`: whoever takes children breaks the law, whatever else is offered.
fn child_labour(requirement: &mut Requirement) {
    let young = |c: &&Condition| matches!(c.kind, Kind::Age { min: Some(min), .. } if min < 16);
    if let Some(condition) = requirement.conditions.iter().find(young) {
        let flaw = Condition {
            kind: Kind::Flaw(Flaw::ChildLabour),
            ..condition.clone()
        };
        requirement.conditions.push(flaw);
    }
}

/// The last month and day in a text: `逢周一三五晚，下一期12月11日`, `6/3`.
fn month_and_day(text: &str) -> Option<Day> {
    let folded = crate::text::fold::fold_width(text);
    let numbers: Vec<(usize, u32, char)> = folded
        .split_inclusive(|c: char| !c.is_ascii_digit())
        .enumerate()
        .filter_map(|(at, run)| {
            let mark = run
                .chars()
                .last()
                .filter(|c| !c.is_ascii_digit())
                .unwrap_or('日');
            let digits = run.trim_end_matches(|c: char| !c.is_ascii_digit());
            Some((at, digits.parse().ok()?, mark))
        })
        .collect();
    numbers.windows(2).rev().find_map(|pair| match pair {
        [
            (a, month @ 1..=12, '月' | '/' | '.' | '-'),
            (b, day @ 1..=31, _),
        ] if a + 1 == *b => Some(Day::Yearless(*month, *day)),
        _ => None,
    })
}

/// Half a year in days: a day without a year is the nearest one.
const HALF_A_YEAR: i64 = 183;

/// Whether a month and a day lie ahead of today rather than behind.
pub(super) fn is_ahead(month: u32, day: u32, today: NaiveDate) -> bool {
    use chrono::Datelike;
    [0, 1].into_iter().any(|years| {
        let date = NaiveDate::from_ymd_opt(today.year() + years, month, day);
        date.is_some_and(|d| (0..=HALF_A_YEAR).contains(&(d - today).num_days()))
    })
}

/// `女18-45` alone asks for women of that age; beside `男18-50` each binds its own sex.
fn ages_of_one_sex(requirement: &mut Requirement) {
    let sexes: Vec<_> = requirement
        .conditions
        .iter()
        .filter_map(|c| match c.kind {
            Kind::Age { sex, .. } if c.strength == Strength::Must => sex,
            _ => None,
        })
        .collect();
    let (Some(first), true) = (
        sexes.first().copied(),
        sexes.windows(2).all(|w| w[0] == w[1]),
    ) else {
        return;
    };
    let mut demands: Vec<Condition> = Vec::new();
    for condition in &mut requirement.conditions {
        if let Kind::Age { sex, .. } = &mut condition.kind
            && sex.take().is_some()
            && demands.is_empty()
        {
            demands.push(Condition {
                kind: Kind::Sex(first),
                ..condition.clone()
            });
        }
    }
    requirement.conditions.append(&mut demands);
}
