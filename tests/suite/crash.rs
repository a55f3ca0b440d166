//! Kills while logging: no acknowledged contact is lost, none is there by half.
//!
//! The child is this test binary again, told by an environment variable to act as a counter that
//! logs one contact after the other and says so after each. The parent kills it without warning.

use super::store::{act, new_office, person_in, record};
use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use zhipei::domain::{ids::ContactId, offer::OfferId, recommendation::Response};
use zhipei::store::{RecommendationDetails, Store};

const DATABASE: &str = "ZHIPEI_CRASH_DB";
const ROUNDS: u64 = if cfg!(feature = "long") { 1_000 } else { 200 };

/// Not a test by itself: the counter that gets killed.
#[test]
fn counter_that_gets_killed() {
    let Some(path) = std::env::var_os(DATABASE) else {
        return;
    };
    let mut store = Store::open(Path::new(&path)).unwrap();
    let act = act(&store);
    let details = RecommendationDetails {
        offer: OfferId::Vacancy(store.vacancies().unwrap()[0].id),
        title: "仓管".to_owned(),
        by: "明华电子".to_owned(),
        response: Response::Willing,
        reasons: String::new(),
        override_reason: String::new(),
    };
    let record = record(person_in(&store));
    loop {
        let id = ContactId(store.ids().next(act.at).unwrap());
        store
            .log_contact(&act, id, &record, Some(&details), None)
            .unwrap();
        println!("ack {id}");
    }
}

fn counter(path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::counter_that_gets_killed",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(DATABASE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Lets a counter log for a while after its first contact, kills it, and gives what it acknowledged.
fn one_round(path: &Path, lasting: Duration) -> Vec<ContactId> {
    let mut child = counter(path);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (send, receive) = channel();
    let reader = std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            // The harness may write on the same line.
            if let Some((_, id)) = line.split_once("ack ")
                && let Some(id) = ContactId::parse(id)
                && send.send(id).is_err()
            {
                break;
            }
        }
    });
    let mut acknowledged = vec![
        receive
            .recv_timeout(Duration::from_secs(60))
            .expect("the counter logs"),
    ];
    let end = Instant::now() + lasting;
    loop {
        match receive.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(id) => acknowledged.push(id),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => panic!("the counter ended by itself"),
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    acknowledged.extend(receive.iter());
    acknowledged
}

#[test]
fn no_acknowledged_contact_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    drop(new_office(&path));
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        let lasting = Duration::from_millis(4 + round * 37 % 57);
        acknowledged.extend(one_round(&path, lasting));
    }

    let store = Store::open(&path).unwrap();
    let there: HashSet<ContactId> = store
        .contacts(&Default::default())
        .unwrap()
        .iter()
        .map(|c| c.id)
        .collect();
    let lost = acknowledged.iter().filter(|id| !there.contains(id)).count();
    assert_eq!(lost, 0, "of {} acknowledged", acknowledged.len());
    // A kill between the commit and its acknowledgement leaves one more, never more than one.
    assert!(there.len() - acknowledged.len() <= usize::try_from(ROUNDS).unwrap());
    assert_eq!(
        store.recommendations_of(person_in(&store)).unwrap().len(),
        there.len(),
        "each contact with its recommendation or not at all"
    );
    assert_eq!(store.check(true).unwrap(), []);
}
