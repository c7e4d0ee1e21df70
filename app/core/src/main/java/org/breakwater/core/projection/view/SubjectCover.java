package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.RiskLevel;

/// Cover that a pool has sold on one subject (`IRiskPool.coverOfSubject`), beside the most that it may be.
///
/// @param amount assets
/// @param level the bucket that it is counted in: the level at which the pool last saw the subject
/// @param limit SUBJECT_CONCENTRATION of the pool's net assets
public record SubjectCover(BigInteger amount, RiskLevel level, BigInteger limit) {}
