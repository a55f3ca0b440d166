//! Every keystroke of a query set, beside peers over the same people in the same run: a SkimMatcherV2
//! scan, a memmem scan over key lines.
//!
//! `cargo bench --bench search [-- PEOPLE]` prints build time, bytes a person, and median, mean and
//! p99 keystroke of each, with the ratios. A plain `main`: percentiles over different queries are not
//! what divan measures. The peers are slow: they answer every 7th key, or every 23rd of many people.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "../suite/matching/invented.rs"]
#[expect(dead_code, reason = "shared with the suite, which uses more of it")]
mod invented;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use invented::{People, lexicon, today};
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};
use zhipei::domain::ids::PersonId;
use zhipei::matching::people::{Index, SearchContext};

/// Typed key by key.
const QUERIES: [&str; 30] = [
    "张",
    "强",
    "张伟",
    "陈志强",
    "zs",
    "czq",
    "zhangwei",
    "chenzhiqiang",
    "zhangw",
    "lian",
    "chenzq",
    "ouyang",
    "449922",
    "449922200411",
    "19880412",
    "3946",
    "2879",
    "26122879",
    "石岐",
    "明华村",
    "月嫂",
    "yuesao",
    "zhang 3217",
    "chen yuesao",
    "xqzvkjw",
    "zangwei",
    "niufang",
    "zhagnwei",
    "陈志墙",
    "449922200511183946",
];

/// The key lines that string matchers need.
fn lines(count: usize) -> Vec<String> {
    let lexicon = lexicon();
    let pinyin = |text: &str| -> String {
        let chars: Vec<char> = text.chars().collect();
        let syllables = lexicon.read_name(&chars);
        syllables.iter().map(|s| lexicon.syllable(*s)).collect()
    };
    let line = |(_, p): (PersonId, zhipei::domain::person::PersonRecord)| {
        let initials: String = p
            .name
            .chars()
            .filter_map(|c| pinyin(c.encode_utf8(&mut [0; 4])).chars().next())
            .collect();
        let id = p.id_number.map_or(String::new(), |n| n.to_string());
        let phone = p.phone.as_ref().map_or("", |n| n.as_str());
        format!(
            "{} {} {initials} {id} {phone} {} {} {} {} {} {}",
            p.name,
            pinyin(&p.name),
            p.town,
            pinyin(&p.town),
            p.village,
            pinyin(&p.village),
            p.wishes,
            pinyin(&p.wishes)
        )
    };
    People::new(1).take(count).map(line).collect()
}

/// Times of one engine, with the key that took it.
type Times<'a> = Vec<(Duration, &'a str)>;

fn print(name: &str, times: &Times<'_>, ours: Option<&Times<'_>>) {
    let at = |list: &Times<'_>, share: usize| {
        list[(list.len() * share / 100).min(list.len() - 1)]
            .0
            .as_secs_f64()
            * 1e3
    };
    let mean = |list: &Times<'_>| {
        list.iter().map(|t| t.0.as_secs_f64() * 1e3).sum::<f64>() / list.len() as f64
    };
    let [median, p99, average] = [at(times, 50), at(times, 99), mean(times)];
    let ratio = ours.map_or(String::new(), |ours| {
        let of = [at(ours, 50), at(ours, 99), mean(ours)];
        let [a, b, c] = [median / of[0], p99 / of[1], average / of[2]];
        format!("; ours is 1/{a:.0}, 1/{b:.0}, 1/{c:.0} of it")
    });
    println!("{name}: median {median:.3} ms, p99 {p99:.3} ms, mean {average:.3} ms{ratio}");
}

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|a| a.parse().ok())
        .unwrap_or(100_000);
    let people: Vec<_> = People::new(1).take(count).collect();
    let lexicon = lexicon();
    let started = Instant::now();
    let index = Index::build(Arc::clone(&lexicon), people.into_iter());
    println!(
        "{count} people laid out in {:.2} s, {:.1} bytes a person",
        started.elapsed().as_secs_f64(),
        index.bytes() as f64 / count as f64
    );
    let context = SearchContext {
        today: today(),
        recent: &[],
        me: "",
    };
    let mut keys: Vec<&str> = QUERIES
        .iter()
        .flat_map(|q| q.char_indices().map(|(at, c)| &q[..at + c.len_utf8()]))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let search = |key: &&'static str| -> (Duration, &'static str) {
        let mut times: Vec<Duration> = (0..5)
            .map(|_| {
                let start = Instant::now();
                black_box(index.search(key, 50, &context));
                start.elapsed()
            })
            .collect();
        times.sort();
        (times[2], key)
    };
    let mut ours: Times<'_> = keys.iter().map(search).collect();
    ours.sort();
    print(&format!("{} keystrokes alone", ours.len()), &ours, None);
    for (time, key) in ours.iter().rev().take(12) {
        println!("  slowest: {time:?} {key:?}");
    }
    if std::env::args().any(|a| a == "alone") {
        return;
    }

    let lines = lines(count);
    let bytes: usize = lines.iter().map(String::len).sum();
    println!("key lines: {} bytes a person", bytes / count);
    let matcher = SkimMatcherV2::default();
    let every = if count > 200_000 { 23 } else { 7 };
    let (mut beside, mut skims, mut scans): (Times<'_>, Times<'_>, Times<'_>) = Default::default();
    let blob = lines.join("\n");
    for (at, key) in keys.iter().enumerate() {
        // The peers pass gigabytes through the caches before each of our calls.
        let start = Instant::now();
        let mut best: Vec<usize> = Vec::new();
        let mut from = 0;
        while let Some(found) = blob[from..].find(key) {
            best.push(from + found);
            from += found + key.len();
        }
        best.truncate(50);
        black_box(best);
        scans.push((start.elapsed(), key));
        beside.push(search(key));
        if at % every == 0 {
            let start = Instant::now();
            let mut best: Vec<(i64, usize)> = lines
                .iter()
                .enumerate()
                .filter_map(|(n, line)| Some((matcher.fuzzy_match(line, key)?, n)))
                .collect();
            best.sort_unstable_by(|a, b| b.cmp(a));
            best.truncate(50);
            black_box(best);
            skims.push((start.elapsed(), key));
        }
    }
    for list in [&mut beside, &mut skims, &mut scans] {
        list.sort();
    }
    print("ours beside the peers", &beside, None);
    print("SkimMatcherV2 over key lines", &skims, Some(&beside));
    print("substring over key lines", &scans, Some(&beside));
}
