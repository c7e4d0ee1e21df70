package org.breakwater.desktop.navigation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.navigation.Place.ActivityPart;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Place.SettingsPart;

/// A place as text: `breakwater:pools/3/redemptions`, `breakwater:claims/41`. What one place prints, only that place
/// reads; text from anywhere else is refused, not guessed at.
public final class PlaceText {

    private static final String SCHEME = "breakwater:";
    private static final String DRAFT = "draft";
    private static final String NEW = "new";
    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 78;

    private PlaceText() {}

    public static String print(Place place) {
        return SCHEME
                + switch (place) {
                    case Place.Inbox _ -> "inbox";
                    case Place.Pools _ -> "pools";
                    case Place.Pool(var id, var part) -> "pools/" + id + "/" + word(part);
                    case Place.Registry _ -> "registry";
                    case Place.Subject(var id) -> "registry/" + id;
                    case Place.Policies(var list) -> "policies/" + word(list);
                    case Place.Policy(var id) -> "policies/" + id;
                    case Place.Claims _ -> "claims";
                    case Place.Claim(var id) -> "claims/" + id;
                    case Place.Incident(var id) -> "incidents/" + id;
                    case Place.Proposals _ -> "proposals";
                    case Place.Proposal(var id) -> "proposals/" + id;
                    case Place.NewProposal(var draft) ->
                        "proposals/" + NEW + draft.map(id -> "/" + id).orElse("");
                    case Place.Composition(var safe, var draft) ->
                        "composition"
                                + safe.map(address -> "/" + address).orElse(draft.isPresent() ? "/" + DRAFT : "")
                                + draft.map(id -> "/" + id).orElse("");
                    case Place.ParameterProposal(var key, var scope) -> "changes/" + key + "/" + scope;
                    case Place.ParameterChange(var id) -> "changes/" + id;
                    case Place.Council _ -> "council";
                    case Place.Safe(var address) -> "council/" + address;
                    case Place.SafeTransaction(var safe, var hash) -> "council/" + safe + "/" + hash;
                    case Place.SafeMessage(var safe, var hash) -> "messages/" + safe + "/" + hash;
                    case Place.Treasury _ -> "treasury";
                    case Place.Emergency _ -> "emergency";
                    case Place.Pause _ -> "emergency/pause";
                    case Place.AddressBook _ -> "addresses";
                    case Place.KnownAddress(var address) -> "addresses/" + address;
                    case Place.Integrator(var address) -> "integrators/" + address;
                    case Place.Activity(var part) -> "activity/" + word(part);
                    case Place.Settings(var part) -> "settings/" + word(part);
                };
    }

    /// @return empty for text that is not what {@link #print} makes
    public static Optional<Place> parse(String text) {
        if (text.length() > LONGEST || !text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var parts = List.of(text.substring(SCHEME.length()).split("/", -1));
        return read(parts.getFirst(), parts.subList(1, parts.size()))
                .filter(place -> print(place).equals(text));
    }

    private static Optional<Place> read(String head, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> alone(head);
            case 1 -> one(head, rest.getFirst());
            case 2 -> two(head, rest.getFirst(), rest.getLast());
            default -> Optional.empty();
        };
    }

    private static Optional<Place> alone(String head) {
        return switch (head) {
            case "inbox" -> Optional.of(new Place.Inbox());
            case "pools" -> Optional.of(new Place.Pools());
            case "registry" -> Optional.of(new Place.Registry());
            case "claims" -> Optional.of(new Place.Claims());
            case "proposals" -> Optional.of(new Place.Proposals());
            case "composition" -> Optional.of(Place.Composition.anew());
            case "council" -> Optional.of(new Place.Council());
            case "treasury" -> Optional.of(new Place.Treasury());
            case "emergency" -> Optional.of(new Place.Emergency());
            case "addresses" -> Optional.of(new Place.AddressBook());
            default -> Optional.empty();
        };
    }

    private static Optional<Place> one(String head, String id) {
        return switch (head) {
            case "registry" -> small(id).map(Place.Subject::new);
            case "policies" ->
                constant(PolicyList.class, id)
                        .<Place>map(Place.Policies::new)
                        .or(() -> number(id).map(Place.Policy::new));
            case "claims" -> small(id).map(Place.Claim::new);
            case "incidents" -> small(id).map(Place.Incident::new);
            case "emergency" -> id.equals("pause") ? Optional.of(new Place.Pause()) : Optional.empty();
            case "changes" -> small(id).map(Place.ParameterChange::new);
            case "proposals" ->
                id.equals(NEW)
                        ? Optional.of(Place.NewProposal.anew())
                        : number(id).map(Place.Proposal::new);
            case "composition" -> address(id).map(Place.Composition::of);
            case "council" -> address(id).map(Place.Safe::new);
            case "addresses" -> address(id).map(Place.KnownAddress::new);
            case "integrators" -> address(id).map(Place.Integrator::new);
            case "activity" -> constant(ActivityPart.class, id).map(Place.Activity::new);
            case "settings" -> constant(SettingsPart.class, id).map(Place.Settings::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Place> two(String head, String first, String second) {
        return switch (head) {
            case "pools" ->
                small(first).flatMap(id -> constant(PoolPart.class, second).map(part -> new Place.Pool(id, part)));
            case "composition" ->
                small(second)
                        .flatMap(draft -> first.equals(DRAFT)
                                ? Optional.of(new Place.Composition(Optional.empty(), Optional.of(draft)))
                                : address(first)
                                        .map(safe -> new Place.Composition(Optional.of(safe), Optional.of(draft))));
            case "proposals" ->
                first.equals(NEW)
                        ? small(second).map(draft -> new Place.NewProposal(Optional.of(draft)))
                        : Optional.empty();
            case "changes" ->
                hash(first).flatMap(key -> hash(second).map(scope -> new Place.ParameterProposal(key, scope)));
            case "council" ->
                address(first).flatMap(safe -> hash(second).map(hash -> new Place.SafeTransaction(safe, hash)));
            case "messages" ->
                address(first).flatMap(safe -> hash(second).map(hash -> new Place.SafeMessage(safe, hash)));
            default -> Optional.empty();
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    private static Optional<BigInteger> number(String text) {
        return text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static Optional<Long> small(String text) {
        return number(text).filter(number -> number.bitLength() < Long.SIZE).map(BigInteger::longValueExact);
    }

    private static Optional<Address> address(String text) {
        return attempt(Address::parse, text);
    }

    private static Optional<Hash32> hash(String text) {
        return attempt(Hash32::fromHex, text);
    }

    private static <T> Optional<T> attempt(Function<String, T> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
