package io.aftercare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale that holds packs of a recalled batch; carried by product recalled, one for each recall and
 * sale. A sale that is recorded after the recall is told too. Why the batch is recalled stays with
 * the recall, in people's words.
 *
 * @param recalledSaleId this recall of this sale, and the key of its events
 * @param version always 1: what comes back later is told by the sale itself
 * @param recallId the recall
 * @param saleId the sale
 * @param customerId the pseudonymous customer; absent for an anonymous sale, which makes no contact
 * @param storeId the store that sold
 * @param storeZone IANA zone of the store's clock
 * @param storeCountry ISO 3166-1 alpha-2, for holidays
 * @param storeRegion ISO 3166-2 subdivision without the country, for holidays; absent where unknown
 * @param soldAt when it was sold
 * @param system code system of the recalled product
 * @param code the recalled product's own code in that system
 * @param productName the catalogue's name; absent for an uncatalogued product
 * @param batch the recalled batch, in capitals
 * @param lines the lines of the sale with that batch, from 1
 * @param quantity packs of them that had not come back when it was told
 * @param recalledAt when the recall was made
 */
public record RecallEvent(
    UUID recalledSaleId,
    long version,
    UUID recallId,
    UUID saleId,
    @Nullable UUID customerId,
    String storeId,
    String storeZone,
    String storeCountry,
    @Nullable String storeRegion,
    Instant soldAt,
    String system,
    String code,
    @Nullable String productName,
    String batch,
    List<Integer> lines,
    int quantity,
    Instant recalledAt) {}
