//! Every keystroke of a query set, beside a SkimMatcherV2 scan of the same people in the same run.
//!
//! `cargo bench --bench search [-- PEOPLE]` prints the median and p99 keystroke of both and their
//! ratio. A plain `main`: percentiles over different queries are not what divan measures.

#[path = "../suite/matching/invented.rs"]
#[expect(dead_code, reason = "shared with the suite, which uses more of it")]
mod invented;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use invented::{People, lexicon, today};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use zhipei::domain::ids::PersonId;
use zhipei::matching::people::{Index, SearchContext};

/// Typed key by key.
const QUERIES: [&str; 24] = [
    "陈志强",
    "张",
    "zhangwei",
    "zs",
    "czq",
    "chenzq",
    "lian",
    "ouyang",
    "449922",
    "449922200411",
    "19880412",
    "3946",
    "16926122879",
    "石岐",
    "shiqi",
    "月嫂",
    "yuesao",
    "zhang 3217",
    "chen yuesao",
    "xqzvkjw",
    "zangwei",
    "niufang",
    "zhagnwei",
    "陈志墙",
];

#[expect(clippy::print_stdout, reason = "a bench reports on standard output")]
fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|a| a.parse().ok())
        .unwrap_or(100_000);
    let lexicon = lexicon();
    let started = Instant::now();
    let index = Index::build(Arc::clone(&lexicon), People::new(1).take(count));
    println!(
        "{count} people made and laid out in {:?}",
        started.elapsed()
    );
    let lines: Vec<String> = People::new(1)
        .take(count)
        .map(|(_, p)| {
            let pinyin = |text: &str| -> String {
                let chars: Vec<char> = text.chars().collect();
                let syllables = lexicon.read_name(&chars).usual;
                syllables.iter().map(|s| lexicon.syllable(*s)).collect()
            };
            let id = p.id_number.map_or(String::new(), |n| n.to_string());
            let phone = p.phone.as_ref().map_or("", |n| n.as_str());
            format!(
                "{} {} {id} {phone} {} {} {} {}",
                p.name,
                pinyin(&p.name),
                p.town,
                pinyin(&p.town),
                p.wishes,
                pinyin(&p.wishes)
            )
        })
        .collect();
    let context = SearchContext {
        today: today(),
        recent: &[] as &[PersonId],
    };
    let keys: Vec<&str> = QUERIES
        .iter()
        .flat_map(|q| q.char_indices().map(|(at, c)| &q[..at + c.len_utf8()]))
        .collect();
    let (mut ours, mut skims) = (Vec::new(), Vec::new());
    let matcher = SkimMatcherV2::default();
    // The scan is slow: every seventh key stands for all where there are many people.
    let every = if count > 200_000 { 29 } else { 7 };
    for (at, key) in keys.iter().enumerate() {
        let mut times: Vec<Duration> = (0..5)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(index.search(key, 50, &context));
                start.elapsed()
            })
            .collect();
        times.sort();
        ours.push((times[2], *key));
        if at % every == 0 {
            let start = Instant::now();
            let mut best: Vec<(i64, usize)> = lines
                .iter()
                .enumerate()
                .filter_map(|(n, line)| Some((matcher.fuzzy_match(line, key)?, n)))
                .collect();
            best.sort_unstable_by(|a, b| b.cmp(a));
            best.truncate(50);
            std::hint::black_box(best);
            skims.push((start.elapsed(), *key));
        }
    }
    ours.sort();
    skims.sort();
    let at = |list: &[(Duration, &str)], share: usize| {
        list[(list.len() * share / 100).min(list.len() - 1)].0
    };
    for share in [50, 99] {
        let (a, b) = (at(&ours, share), at(&skims, share));
        println!(
            "keystroke p{share}: {a:?}; SkimMatcherV2 scan {b:?}; ratio 1/{:.0}",
            b.as_secs_f64() / a.as_secs_f64()
        );
    }
    for (time, key) in ours.iter().rev().take(8) {
        println!("slowest: {time:?} {key:?}");
    }
}
