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
        "flags": ["missed-dose-risk"]
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
}
