//! Memory of the modules whose calls keep nothing: handed out from one end to the other, and all of it free again once the last
//! piece has come back, which is when a call is over. Some hundred bytes where the usual allocator is seven thousand.
//!
//! What comes back is wiped, so that no value stays in a module once the call that brought it is over: a page's other scripts can read
//! all of a module's memory. What is handed out is therefore always zero.

use std::{
    alloc::{GlobalAlloc, Layout},
    arch::wasm32::{memory_grow, memory_size},
    ptr,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

#[global_allocator]
static ALLOCATOR: Arena =
    Arena { start: AtomicUsize::new(0), top: AtomicUsize::new(0), pieces: AtomicUsize::new(0) };

/// The size by which memory grows.
const PAGE: usize = 1 << 16;

/// Places in memory. A module has one thread: the atomics are plain numbers that may change.
struct Arena {
    /// Where the first piece stands; 0 before there was one.
    start: AtomicUsize,
    /// Where the next piece would stand.
    top: AtomicUsize,
    /// How many pieces are out.
    pieces: AtomicUsize,
}

impl Arena {
    /// Takes what is between `from` and `to`; whether there is so much memory.
    fn reach(&self, to: usize) -> bool {
        let missing = to.saturating_sub(memory_size(0).wrapping_mul(PAGE)).div_ceil(PAGE);
        let is_there = missing == 0 || memory_grow(0, missing) != usize::MAX;
        if is_there {
            self.top.store(to, Relaxed);
        }
        is_there
    }
}

#[expect(unsafe_code, reason = "an allocator is")]
// SAFETY: pieces are cut off above all others, aligned as asked, within memory that was grown to hold them, and are not cut again before
// they came back. Only what came back, or the end of a piece that shrinks, is written to.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if self.start.load(Relaxed) == 0 {
            // Behind the module's data and stack.
            let start = memory_size(0).wrapping_mul(PAGE);
            self.start.store(start, Relaxed);
            self.top.store(start, Relaxed);
        }
        let from = self.top.load(Relaxed).checked_next_multiple_of(layout.align());
        let to = from.and_then(|from| from.checked_add(layout.size()));
        match (from, to) {
            (Some(from), Some(to)) if self.reach(to) => {
                self.pieces.store(self.pieces.load(Relaxed).wrapping_add(1), Relaxed);
                ptr::with_exposed_provenance_mut(from)
            }
            _ => ptr::null_mut(),
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on; what is handed out is zero.
        unsafe { self.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: it is as large as its layout says, and the caller's to give back.
        unsafe { memory.write_bytes(0, layout.size()) };
        let pieces = self.pieces.load(Relaxed).wrapping_sub(1);
        self.pieces.store(pieces, Relaxed);
        let from = memory.expose_provenance();
        if pieces == 0 {
            self.top.store(self.start.load(Relaxed), Relaxed);
        } else if from.wrapping_add(layout.size()) == self.top.load(Relaxed) {
            self.top.store(from, Relaxed);
        }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let from = memory.expose_provenance();
        let is_last = from.wrapping_add(layout.size()) == self.top.load(Relaxed);
        if let Some(less) = layout.size().checked_sub(size) {
            // SAFETY: the end of a piece that is still the caller's.
            unsafe { memory.wrapping_add(size).write_bytes(0, less) };
            if is_last {
                self.top.store(from.wrapping_add(size), Relaxed);
            }
            return memory;
        }
        if is_last {
            let is_there = from.checked_add(size).is_some_and(|to| self.reach(to));
            return if is_there { memory } else { ptr::null_mut() };
        }
        // SAFETY: the trait's own way, with the alignment that this piece has.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                ptr::copy_nonoverlapping(memory, new, layout.size());
                self.dealloc(memory, layout);
            }
            new
        }
    }
}
