package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// One event of a contract.
///
/// @param name as its declaration has it
/// @param block height
/// @param index of the log in its block
/// @param type of its arguments, with their names
/// @param arguments in the order of the event's declaration
record LoggedEvent(String name, long block, long index, TupleType<?> type, Tuple arguments)
        implements Comparable<LoggedEvent> {

    String text(String argument) {
        return arguments.get(AbiFacts.position(type, argument));
    }

    /// A whole number of any size.
    BigInteger number(String argument) {
        Number number = arguments.get(AbiFacts.position(type, argument));
        return number instanceof BigInteger large ? large : BigInteger.valueOf(number.longValue());
    }

    Address address(String argument) {
        return AbiFacts.address(arguments.get(AbiFacts.position(type, argument)));
    }

    /// A `bytes32`.
    Hash32 word(String argument) {
        byte[] word = arguments.get(AbiFacts.position(type, argument));
        return new Hash32(Bytes.of(word));
    }

    Tuple fields(String argument) {
        return arguments.get(AbiFacts.position(type, argument));
    }

    @Override
    public int compareTo(LoggedEvent other) {
        return block != other.block ? Long.compare(block, other.block) : Long.compare(index, other.index);
    }
}
