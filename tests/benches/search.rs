//! Every keystroke of every kind of query, beside peers over the same people in the same run.
//!
//! ```text
//! cargo bench --bench search                      100,000 people, a minute or two
//! cargo bench --bench search -- 1000000           the size of the goals; some 6 GiB of memory
//! cargo bench --bench search -- 1000000 alone     the index alone in its process: its own figures
//! cargo bench --bench search -- 10000000 alone    some 12 GiB of memory
//! ```
//!
//! Printed: build time, bytes a person, quality (the part of the people meant among the first fifty,
//! by a predicate of its own for each query), and median, p99 and mean keystroke of the index and of
//! each peer, with their ratios over the keys that the peer was asked. Slow peers are asked every few
//! keys, which the line says. A plain `main`: percentiles over different queries are not what divan
//! measures. Beside peers each call of the index finds its data driven out of the caches, so that it is
//! slower there than in the program.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "../suite/matching/invented.rs"]
mod invented;
#[path = "search/peers.rs"]
mod peers;
#[path = "search/people.rs"]
mod people;
#[path = "search/queries.rs"]
mod queries;
#[path = "search/report.rs"]
mod report;
#[path = "search/tables.rs"]
mod tables;

use invented::{People, lexicon, occupations, today};
use peers::{Blob, Frizbee, Nucleo, Peer, SHOWN, Skim};
use people::Lines;
use queries::{Query, queries};
use report::{Figures, GOALS, Shares, Times};
use std::{
    collections::{BTreeMap, HashMap},
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};
use tables::Table;
use zhipei::domain::ids::PersonId;
use zhipei::matching::people::{Index, SearchContext};

/// More people are not held as records: they are laid out as they are invented.
const HELD: usize = 2_000_000;

/// The index, and the number of each person.
struct Ours {
    index: Index,
    numbers: HashMap<PersonId, u32>,
}

impl Ours {
    fn lay_out(count: usize) -> Self {
        let lexicon = lexicon();
        let occupations = Some(occupations(&lexicon));
        let numbers = People::new(1).take(count).zip(0..);
        let numbers = numbers.map(|((id, _), at)| (id, at)).collect();
        let held: Vec<_> = People::new(1)
            .take(if count > HELD { 0 } else { count })
            .collect();
        let start = Instant::now();
        let index = if count > HELD {
            Index::build_with(
                Arc::clone(&lexicon),
                occupations,
                People::new(1).take(count),
            )
        } else {
            Index::build_with(Arc::clone(&lexicon), occupations, held.into_iter())
        };
        println!(
            "{count} people laid out in {:.2} s{}, {:.1} bytes a person",
            start.elapsed().as_secs_f64(),
            if count > HELD {
                " with inventing them"
            } else {
                ""
            },
            index.bytes() as f64 / count as f64
        );
        Self { index, numbers }
    }

    fn find(&self, key: &str) -> Vec<u32> {
        let context = SearchContext {
            today: today(),
            recent: &[],
            me: "",
        };
        let answer = self.index.search(key, SHOWN, &context);
        let hits = answer.hits.iter().filter(|_| !answer.nearest);
        hits.map(|hit| self.numbers[&hit.person]).collect()
    }

    /// The middle of five calls.
    fn time(&self, key: &str) -> Duration {
        let context = SearchContext {
            today: today(),
            recent: &[],
            me: "",
        };
        let mut times: Vec<Duration> = (0..5)
            .map(|_| {
                let start = Instant::now();
                black_box(self.index.search(black_box(key), SHOWN, &context));
                start.elapsed()
            })
            .collect();
        times.sort();
        times[2]
    }
}

/// Every beginning of every query once.
fn keys(queries: &[Query], of_words: bool) -> Vec<&str> {
    let asked = queries.iter().filter(|q| q.words || !of_words);
    let mut keys: Vec<&str> = asked
        .flat_map(|q| {
            let text = q.text.as_str();
            text.char_indices()
                .map(move |(at, c)| &text[..at + c.len_utf8()])
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Of the first fifty, or of all who are meant if they are fewer, the part that is meant.
struct Quality<'a> {
    people: &'a Lines,
    /// By query: how many are meant, fifty at most.
    could: Vec<usize>,
}

impl<'a> Quality<'a> {
    fn new(people: &'a Lines, queries: &[Query]) -> Self {
        let could = queries.iter().map(|q| {
            let all = 0..people.lines.len() as u32;
            all.filter(|at| (q.means)(&people.fields(*at)))
                .take(SHOWN)
                .count()
        });
        Self {
            people,
            could: could.collect(),
        }
    }

    fn share(&self, query: &Query, found: &[u32], at: usize) -> (usize, usize) {
        let shown = found.iter().take(SHOWN);
        let good = shown
            .filter(|n| (query.means)(&self.people.fields(**n)))
            .count();
        (good, self.could[at])
    }
}

fn alone(ours: &Ours, queries: &[Query], quality: &Quality<'_>) {
    let keys = keys(queries, false);
    let mut times: Vec<(Duration, &str)> = keys.iter().map(|key| (ours.time(key), *key)).collect();
    times.sort();
    let figures = Times(times.iter().map(|(t, _)| *t).collect()).figures();
    println!("{} keystrokes, the index alone: {figures}", keys.len());
    for (time, key) in times.iter().rev().take(8) {
        println!("  slowest: {time:?} {key:?}");
    }
    let mut all = Shares::default();
    let mut kinds: BTreeMap<&str, Shares> = BTreeMap::new();
    for (at, query) in queries.iter().enumerate() {
        let (good, could) = quality.share(query, &ours.find(&query.text), at);
        all.add(good, could);
        kinds.entry(query.kind).or_default().add(good, could);
        if good * 20 < could * 19 {
            println!(
                "  {}: {:?} shows {good} of {could} who are meant",
                query.kind, query.text
            );
        }
    }
    println!("quality {:.1} % over {} kinds", all.percent(), kinds.len());
}

/// How fast this machine reads, and what reading every line costs at least.
fn print_limit(blob: &str) {
    let mut words = vec![1u64; 1 << 24];
    words[7] = 2;
    let start = Instant::now();
    let sum: u64 = black_box(&words).iter().copied().fold(0, u64::wrapping_add);
    black_box(sum);
    let speed = (words.len() * 8) as f64 / start.elapsed().as_secs_f64();
    println!(
        "the limit: {:.0} GB/s read, so {:.2} ms for a key that touches all {} MB of the lines",
        speed / 1e9,
        blob.len() as f64 / speed * 1e3,
        blob.len() >> 20
    );
}

fn figure(of: Figures, name: &str) -> f64 {
    match name {
        "median" => of.median,
        "p99" => of.p99,
        _ => of.mean,
    }
}

fn beside(ours: &Ours, peer: &dyn Peer, queries: &[Query], quality: &Quality<'_>) {
    let count = quality.people.lines.len();
    let keys = keys(queries, true);
    let every = match (peer.is_slow(), count) {
        (false, ..=1_000_000) => 1,
        (true, ..=200_000) => 5,
        (true, ..=1_000_000) => 13,
        (false, _) => 13,
        (true, _) => 101,
    };
    let (mut own, mut other) = (Times::default(), Times::default());
    for key in keys.iter().step_by(every) {
        let start = Instant::now();
        black_box(peer.find(black_box(key)));
        other.0.push(start.elapsed());
        own.0.push(ours.time(key));
    }
    let mut shares = Shares::default();
    for (at, query) in queries.iter().enumerate().filter(|(_, q)| q.words) {
        if !peer.is_slow() || count <= 200_000 || at % 3 == 0 {
            let (good, could) = quality.share(query, &peer.find(&query.text), at);
            shares.add(good, could);
        }
    }
    let (a, b) = (own.figures(), other.figures());
    let sampled = if every > 1 {
        format!(", every {every}th key")
    } else {
        String::new()
    };
    println!(
        "{}: {b} ({} keys{sampled}); quality {:.1} %, {} bytes a person, ready in {:.1} s",
        peer.name(),
        other.0.len(),
        shares.percent(),
        peer.bytes() / count.max(1),
        peer.built().as_secs_f64()
    );
    println!(
        "  ours at these keys: {a}; 1/{:.0}, 1/{:.0}, 1/{:.0} of it",
        b.median / a.median,
        b.p99 / a.p99,
        b.mean / a.mean
    );
    for goal in GOALS.iter().filter(|g| g.peer == peer.name()) {
        let reached = figure(b, goal.figure) / figure(a, goal.figure);
        let met = if reached >= goal.at_least {
            "met"
        } else {
            "NOT met"
        };
        println!(
            "  goal at 1,000,000: {} 1/{:.0}: {met} (1/{reached:.0})",
            goal.figure, goal.at_least
        );
    }
}

fn main() -> rusqlite::Result<()> {
    let count = std::env::args()
        .skip(1)
        .find_map(|a| a.parse().ok())
        .unwrap_or(100_000);
    let ours = Ours::lay_out(count);
    let people = Lines::of(count);
    let queries = queries(&people);
    let quality = Quality::new(&people, &queries);
    alone(&ours, &queries, &quality);
    if std::env::args().any(|a| a == "alone") {
        return Ok(());
    }
    let blob = Blob::new(&people);
    print_limit(blob.text());
    beside(&ours, &blob, &queries, &quality);
    drop(blob);
    beside(&ours, &Frizbee(&people), &queries, &quality);
    beside(&ours, &Skim::new(&people), &queries, &quality);
    beside(&ours, &Nucleo::new(&people), &queries, &quality);
    for table in [Table::ranges, Table::trigram, Table::prefixes, Table::like] {
        beside(&ours, &table(&people)?, &queries, &quality);
    }
    Ok(())
}
