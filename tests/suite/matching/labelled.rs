//! The labelled people and queries of `tests/data/search`, judged: who stands first, who is among the
//! first, and whether nobody is found where nobody is meant. Every miss is printed.

use super::invented::{lexicon, occupations};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use zhipei::domain::{
    group::{Group, Membership},
    id_number::IdNumber,
    ids::{PersonId, uuid_v7},
    person::{PersonRecord, WorkStatus},
    phone::Phone,
    written::Written,
};
use zhipei::matching::people::{Answer, Index, SearchContext};

const PEOPLE: &str = include_str!("../../data/search/people.csv");
const CASES: &str = include_str!("../../data/search/cases.tsv");
const HELD_OUT: &str = include_str!("../../data/search/heldout.tsv");

/// A row of the table of people, by column.
type Row = HashMap<&'static str, String>;

struct Office {
    index: Index,
    rows: Vec<Row>,
}

const COLUMNS: [&str; 18] = [
    "编号",
    "姓名",
    "性别",
    "民族",
    "身份证号",
    "出生日期",
    "联系电话",
    "备用电话",
    "市",
    "县区",
    "镇街",
    "村居",
    "地址",
    "文化程度",
    "人员类别",
    "证书",
    "就业状态",
    "求职意向",
];

fn id(at: usize) -> PersonId {
    PersonId(uuid_v7(1_700_000_000_000 + at as u64, [3; 10]))
}

impl Office {
    fn open() -> Self {
        let mut reader = csv::Reader::from_reader(PEOPLE.as_bytes());
        assert_eq!(reader.headers().unwrap(), &COLUMNS[..]);
        let rows: Vec<Row> = reader
            .records()
            .map(|r| {
                let r = r.unwrap();
                COLUMNS
                    .into_iter()
                    .zip(r.iter().map(str::to_owned))
                    .collect()
            })
            .collect();
        let people = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (id(at), record(row)));
        let lexicon = lexicon();
        let occupations = occupations(&lexicon);
        Self {
            index: Index::build_with(Arc::clone(&lexicon), Some(occupations), people),
            rows,
        }
    }

    fn search(&self, text: &str) -> Answer {
        let context = SearchContext {
            today: "2026-11-21".parse().unwrap(),
            recent: &[],
            me: "",
        };
        self.index.search(text, 50, &context)
    }

    fn row(&self, person: PersonId) -> &Row {
        let at = (0..self.rows.len()).find(|at| id(*at) == person);
        &self.rows[at.unwrap()]
    }
}

fn record(row: &Row) -> PersonRecord {
    let words = |column: &str| -> Vec<String> {
        row[column]
            .split('、')
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let id_number =
        (!row["身份证号"].is_empty()).then(|| IdNumber::parse(&row["身份证号"]).unwrap());
    let status = WorkStatus::parse(&row["就业状态"]);
    PersonRecord {
        reference: row["编号"].clone(),
        name: row["姓名"].clone(),
        id_number,
        birth_date: row["出生日期"].parse().ok(),
        phone: Phone::parse(&row["联系电话"]),
        phone2: Phone::parse(&row["备用电话"]),
        city: row["市"].clone(),
        county: row["县区"].clone(),
        town: row["镇街"].clone(),
        village: row["村居"].clone(),
        address: row["地址"].clone(),
        groups: words("人员类别")
            .iter()
            .map(|g| Membership::undated(Group::parse(g).unwrap()))
            .collect(),
        certs: words("证书"),
        work_status: Written {
            text: row["就业状态"].clone(),
            value: status,
        },
        wishes: row["求职意向"].clone(),
        ..PersonRecord::default()
    }
}

/// Whether a text is of a shape in which `*` stands for any characters.
fn like(shape: &str, text: &str) -> bool {
    let mut parts = shape.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap()) else {
        return false;
    };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

/// `field=glob`, `/` between globs = or, `field+field` = either column, `&` = and.
fn has(row: &Row, property: &str) -> bool {
    property.split('&').all(|one| {
        let (fields, shapes) = one.split_once('=').unwrap();
        fields
            .split('+')
            .any(|field| shapes.split('/').any(|shape| like(shape, &row[field])))
    })
}

#[derive(Default, Debug)]
struct Score {
    first: (usize, usize),
    /// Cases whose person need not stand first.
    later: (usize, usize),
    /// All cases that mean somebody: the person is among the first five.
    five: (usize, usize),
    nobody: (usize, usize),
    many: (usize, usize),
    kinds: BTreeMap<String, (usize, usize)>,
}

fn judge(office: &Office, cases: &str, print: bool) -> Score {
    let mut score = Score::default();
    for line in cases.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [case, kind, query, want, rank_max, note] = fields[..] else {
            panic!("{line}");
        };
        let answer = office.search(query);
        let shown: Vec<&Row> = answer.hits.iter().map(|h| office.row(h.person)).collect();
        let rank_max: usize = rank_max.parse().unwrap();
        let meant = if answer.nearest { &[][..] } else { &shown[..] };
        let (fine, count) = match want {
            "-" => (meant.is_empty(), &mut score.nobody),
            "*" => {
                let property = kind.strip_prefix("many:").unwrap();
                let all = office.rows.iter().filter(|r| has(r, property)).count();
                let due = all.min(50);
                let fine = meant.len() >= due && meant[..due].iter().all(|r| has(r, property));
                (fine, &mut score.many)
            }
            _ => {
                let wanted: Vec<&str> = want.split(' ').collect();
                let at = meant
                    .iter()
                    .position(|r| wanted.contains(&r["编号"].as_str()));
                score.five.0 += usize::from(at.is_some_and(|at| at < 5));
                score.five.1 += 1;
                let count = if rank_max == 1 {
                    &mut score.first
                } else {
                    &mut score.later
                };
                (at.is_some_and(|at| at < rank_max), count)
            }
        };
        let kind = kind.split(':').next().unwrap().to_owned();
        let of_kind = score.kinds.entry(kind).or_default();
        for (good, all) in [count, of_kind] {
            *good += usize::from(fine);
            *all += 1;
        }
        if !fine && print {
            let got: Vec<String> = shown
                .iter()
                .zip(&answer.hits)
                .take(4)
                .map(|(r, h)| {
                    let by: Vec<&str> = h.matched.iter().map(|m| m.by.code()).collect();
                    format!(
                        "{} {} {} {} {}",
                        r["编号"],
                        r["姓名"],
                        r["镇街"],
                        r["求职意向"],
                        by.join("+")
                    )
                })
                .collect();
            let nearest = if answer.nearest { "nearest " } else { "" };
            println!(
                "miss {case} {line:?} {note}: {nearest}{} {got:?}",
                answer.total
            );
        }
    }
    score
}

/// Prints what was reached, in thousandths: right person first, among the first five, nobody where
/// nobody is meant, all of many.
fn report(name: &str, score: &Score) -> [usize; 4] {
    let share = |(good, all): (usize, usize)| good * 1000 / all.max(1);
    println!(
        "{name}: first {:?}, first five {:?}, nobody {:?}, many {:?}",
        score.first, score.five, score.nobody, score.many
    );
    let weak = score.kinds.iter().filter(|(_, (good, all))| good < all);
    println!("  kinds with misses: {:?}", weak.collect::<Vec<_>>());
    [score.first, score.five, score.nobody, score.many].map(share)
}

#[test]
fn the_labelled_people_are_found() {
    let office = Office::open();
    let score = judge(&office, CASES, true);
    let shares = report("cases", &score);
    let held_out = judge(
        &office,
        HELD_OUT,
        std::env::var_os("ZHIPEI_SHOW_HELD_OUT").is_some(),
    );
    let held_out = report("held out", &held_out);
    for shares in [shares, held_out] {
        let [first, five, nobody, many] = shares;
        assert!(
            first >= 980 && five >= 995 && nobody >= 995 && many >= 900,
            "{shares:?}"
        );
    }
}

#[test]
fn shapes_are_told_apart() {
    assert!(like("李*", "李伟") && !like("李*", "黎伟") && like("*叉车*", "开叉车"));
    assert!(like("1988-*", "1988-02-03") && !like("古镇镇", "古镇") && like("a*b*c", "a1b2c"));
}
