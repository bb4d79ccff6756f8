package io.gatehouse.tracking;

/** Makes up names for runs that came without one: easy to say, told apart by a number. */
final class RunNames {
    private static final String[] MOODS = {
        "able", "bold", "brave", "bright", "calm", "clear", "eager", "fair", "fine", "fond", "frank", "gentle", "glad",
        "grand", "keen", "kind", "light", "lively", "mild", "neat", "nimble", "proud", "quick", "quiet", "rapid",
        "sharp", "smart", "sound", "steady", "sunny", "swift", "warm"
    };
    private static final String[] BEINGS = {
        "ant", "badger", "bear", "bee", "crane", "crow", "deer", "dove", "duck", "eagle", "elk", "finch", "fox", "frog",
        "goat", "goose", "hare", "hawk", "heron", "horse", "lark", "lynx", "mole", "moose", "otter", "owl", "raven",
        "seal", "stork", "swan", "wolf", "wren"
    };

    private RunNames() {}

    /** The name that goes with 32 random hex digits. */
    static String of(String hex32) {
        int mood = Integer.parseInt(hex32.substring(0, 2), 16) % MOODS.length;
        int being = Integer.parseInt(hex32.substring(2, 4), 16) % BEINGS.length;
        int number = Integer.parseInt(hex32.substring(4, 8), 16) % 1000;
        return MOODS[mood] + "-" + BEINGS[being] + "-" + number;
    }
}
