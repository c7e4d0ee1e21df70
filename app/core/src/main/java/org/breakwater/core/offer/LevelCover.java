package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.shape.Meaning;

@Meaning("Cover in force on subjects of one risk level.")
public record LevelCover(RiskLevel level, BigInteger cover) {}
