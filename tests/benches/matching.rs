//! Offers held against people: `cargo bench --bench matching`.

fn main() {
    divan::main();
}
