package io.gatehouse.promotion;

import io.gatehouse.policy.Approver;
import io.gatehouse.sentences.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The approvals that a request needs, each of a kind, and who sits on which. Somebody who is of two kinds moves over if that makes room
 * for another.
 *
 * @param kinds one for each approval needed
 * @param inOrder whether they are taken from the first to the last
 */
record Seats(List<Approver> kinds, boolean inOrder) {
    private static final int NOBODY = -1;

    Seats {
        kinds = List.copyOf(kinds);
    }

    /**
     * Who sits where.
     *
     * @param given kinds that each approver is of, in the order of their approvals
     * @return for each seat the index of its approver, or −1
     */
    List<Integer> taken(List<Set<Approver>> given) {
        int[] holder = new int[kinds.size()];
        java.util.Arrays.fill(holder, NOBODY);
        for (int approver = 0; approver < given.size(); approver++) {
            if (inOrder) {
                sitNext(approver, given, holder);
            } else {
                sit(approver, given, holder, new boolean[holder.length]);
            }
        }
        List<Integer> seats = new ArrayList<>();
        for (int seat : holder) {
            seats.add(seat);
        }
        return List.copyOf(seats);
    }

    private void sitNext(int approver, List<Set<Approver>> given, int[] holder) {
        for (int seat = 0; seat < holder.length; seat++) {
            if (holder[seat] == NOBODY) {
                if (given.get(approver).contains(kinds.get(seat))) {
                    holder[seat] = approver;
                }
                return;
            }
        }
    }

    /** Finds a seat, by asking those who sit on fitting ones to move over where they can: an augmenting path. */
    private boolean sit(int approver, List<Set<Approver>> given, int[] holder, boolean[] asked) {
        for (int seat = 0; seat < holder.length; seat++) {
            if (asked[seat] || !given.get(approver).contains(kinds.get(seat))) {
                continue;
            }
            asked[seat] = true;
            if (holder[seat] == NOBODY || sit(holder[seat], given, holder, asked)) {
                holder[seat] = approver;
                return true;
            }
        }
        return false;
    }

    /** Whether somebody of these kinds can approve such a request at all. */
    boolean anyFor(Set<Approver> some) {
        return kinds.stream().anyMatch(some::contains);
    }

    /** Such as “a reviewer and somebody of risk”. */
    static String inWords(List<Approver> kinds) {
        List<String> words = kinds.stream()
                .map(kind -> Sentences.say("promotion.kind." + kind.name()).english())
                .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    boolean full(List<Set<Approver>> given) {
        return !taken(given).contains(NOBODY);
    }

    /** Whether one more approver of these kinds would find a seat. */
    boolean admits(List<Set<Approver>> given, Set<Approver> next) {
        List<Set<Approver>> all = new ArrayList<>(given);
        all.add(next);
        return filled(all) > filled(given);
    }

    private long filled(List<Set<Approver>> given) {
        return taken(given).stream().filter(seat -> seat != NOBODY).count();
    }

    /** The kinds still needed; where there is an order, in it. */
    List<Approver> free(List<Set<Approver>> given) {
        List<Integer> taken = taken(given);
        List<Approver> free = new ArrayList<>();
        for (int seat = 0; seat < kinds.size(); seat++) {
            if (taken.get(seat) == NOBODY) {
                free.add(kinds.get(seat));
            }
        }
        return List.copyOf(free);
    }
}
