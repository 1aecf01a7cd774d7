package io.aftercare.sales.sale;

/** What the API description shows of a sale. */
interface SaleExamples {

  String POSTED =
      """
      {
        "clientSaleId": "till-3-000182",
        "occurredAt": "2026-03-03T21:40:00-05:00",
        "customerId": "7c2e4c1e-5a0b-4b58-9a34-6f0e1b0c9d11",
        "buyer": "caregiver",
        "currency": "USD",
        "lines": [
          {
            "product": {"system": "rxnorm", "code": "308182", "name": "Amoxicillin 250 MG Oral Capsule", "form": "capsule"},
            "quantity": 1, "unitPrice": 7.5, "daysSupply": 7, "prescription": true,
            "batch": "7K241", "expiry": "2027-12-31", "directions": "One capsule three times a day, after food"
          }
        ],
        "counselling": {"asked": ["allergies", "other-medicines"], "told": ["dose", "side-effects"], "by": "Dan"},
        "flags": ["missed-dose-risk"],
        "warnings": [{"line": 1, "allergy": "J01C"}],
        "acknowledgedWarnings": [{"line": 1, "allergy": "J01C", "by": "Dan"}]
      }
      """;

  String PREVIEWED =
      """
      {
        "customerId": "7c2e4c1e-5a0b-4b58-9a34-6f0e1b0c9d11",
        "buyer": "self",
        "lines": [
          {
            "product": {"system": "rxnorm", "code": "308182", "name": "Amoxicillin 250 MG Oral Capsule"},
            "quantity": 1, "unitPrice": 7.5, "prescription": true
          }
        ],
        "allergies": [{"atc": "J01C", "name": "penicillin"}]
      }
      """;

  String BATCH =
      """
      {
        "sales": [
          {
            "clientSaleId": "till-3-000183",
            "occurredAt": "2026-03-03T21:55:00-05:00",
            "buyer": "self",
            "currency": "USD",
            "lines": [
              {
                "product": {"system": "gtin", "code": "04012345678901", "name": "Throat lozenges"},
                "quantity": 2, "unitPrice": 4.25, "prescription": false
              }
            ]
          }
        ]
      }
      """;

  /** Two lines of a stream; the second has come before. */
  String STREAMED =
      """
      {"clientSaleId": "till-3-000183", "occurredAt": "2026-03-03T21:55:00-05:00", "buyer": "self", "currency": "USD", \
      "lines": [{"product": {"system": "rxnorm", "code": "308182", "name": "Amoxicillin 250 MG Oral Capsule"}, \
      "quantity": 1, "unitPrice": 7.5, "prescription": true}]}
      """;

  String STREAM_RESULT =
      """
      {"line": 1, "clientSaleId": "till-3-000183", "status": "created", "saleId": "0198c1f2-7d5e-7c3a-9f10-2b6f0e9a4c55"}
      """;

  String DIFFERS =
      """
      {
        "type": "urn:aftercare:problem:sale-content-differs",
        "title": "Conflict", "status": 409,
        "detail": "Sale till-3-000182 was recorded before with other content.",
        "saleId": "0198c1f2-7d5e-7c3a-9f10-2b6f0e9a4c55",
        "fields": ["lines[0].quantity", "flags"]
      }
      """;

  String RETURNED =
      """
      {"clientReturnId": "r-000031", "lines": [{"line": 1, "quantity": 1}], "reason": "unopened, brought back"}
      """;

  String VOIDED =
      """
      {"reason": "rung up twice"}
      """;
}
