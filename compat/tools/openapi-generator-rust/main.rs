//! One step of a payment by openapi-generator's Rust client.

use openapi::apis::configuration::Configuration;
use openapi::apis::payments_api::{create_payment, get_payment};
use openapi::apis::verifications_api::{create_verification, CreateVerificationError};
use openapi::apis::Error;
use openapi::models::{PaymentRequest, VerificationRequest};
use std::env;

fn var(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

async fn step(word: &str, authority: &str) -> String {
    let amount: i64 = var("AMOUNT").parse().expect("a number");
    let mut configuration = Configuration::new();
    configuration.base_path = var("SERVER");
    configuration.bearer_access_token = Some(var("TOKEN"));
    match word {
        "create" => {
            let order = PaymentRequest::new(amount, var("ORDER_ID"), var("CALLBACK_URL"));
            let key = Some("key-of-the-order");
            let created = create_payment(&configuration, order, key, None, None, None).await;
            format!("created {}", created.expect("a payment").data.transaction.authority)
        }
        "read" => {
            let answer = get_payment(&configuration, authority, None, None).await;
            let payment = answer.expect("a payment").data.transaction;
            format!("payment {} {}", payment.status, payment.amount)
        }
        _ => {
            let request = VerificationRequest::new(authority.to_string(), amount);
            match create_verification(&configuration, request, None, None, None, None).await {
                Ok(answer) => {
                    let verification = answer.data.verification;
                    format!("verified {} {}", verification.ref_id, verification.amount)
                }
                Err(Error::ResponseError(refused)) => match refused.entity {
                    Some(CreateVerificationError::Status400(answer)) => format!("refused {}", answer.error.code),
                    other => panic!("{other:?}"),
                },
                Err(failure) => panic!("{failure:?}"),
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let words: Vec<String> = env::args().collect();
    let authority = words.get(2).map(String::as_str).unwrap_or("");
    println!("{}", step(&words[1], authority).await);
}
