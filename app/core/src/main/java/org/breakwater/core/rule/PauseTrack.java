package org.breakwater.core.rule;

/// When one scope of one pool, or of every pool, was stopped (`EmergencyGuardian.sol`): the latest stop and the seconds
/// of
/// all earlier ones, which never overlap it.
///
/// @param from start of the latest stop, seconds since 1970
/// @param until its end; in the past once it is over, 0 before the first
/// @param earlier seconds of the stops before it
/// @param shared seconds of a pool's stops that were stops of every pool too, for pairs that are over or replaced
public record PauseTrack(long from, long until, long earlier, long shared) {

    public static final PauseTrack NEVER = new PauseTrack(0, 0, 0, 0);

    /// Seconds stopped up to `at`.
    public long seconds(long at) {
        return earlier + Math.min(at, until) - from;
    }

    /// Seconds stopped up to `at`, for a pool that is stopped by its own track and by that of every pool. What both had
    /// in
    /// common counts once.
    public long seconds(PauseTrack every, long at) {
        return every.seconds(at) + seconds(at) - shared - overlap(every, at);
    }

    /// From when on another stop may begin; 0 before the first.
    ///
    /// @param cooldown seconds after the latest stop's end
    public long restedAt(long cooldown) {
        return until == 0 ? 0 : until + cooldown;
    }

    /// Whether a pool's stop that runs at `at` may still be widened to every pool for a second at least: it is then
    /// kept stopped no longer than it could be anyway.
    ///
    /// @param longest seconds that a stop may last
    public boolean canBeWidened(long at, long longest) {
        return until > at && at + 1 <= Math.max(from + longest, until);
    }

    /// With another stop, which is the latest one now.
    public PauseTrack started(long start, long end) {
        return new PauseTrack(start, end, earlier + until - from, shared);
    }

    public PauseTrack ending(long end) {
        return new PauseTrack(from, end, earlier, shared);
    }

    /// With what this stop and one of every pool shared written down, before one of the two is replaced.
    public PauseTrack keepingShared(PauseTrack every, long at) {
        return new PauseTrack(from, until, earlier, shared + overlap(every, at));
    }

    private long overlap(PauseTrack other, long at) {
        var start = Math.max(from, other.from);
        var end = Math.min(at, Math.min(until, other.until));
        return Math.max(0, end - start);
    }
}
