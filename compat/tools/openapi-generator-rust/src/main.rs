//! One step of a payment by openapi-generator's Rust client.
use openapi::apis::configuration::Configuration;
use openapi::apis::payments_api::{create_payment, get_payment};
use openapi::apis::verifications_api::{create_verification, CreateVerificationError};
use openapi::apis::Error;
use openapi::models::{PaymentRequest, VerificationRequest};
use std::env::{args, var};

type Failure = Box<dyn std::error::Error>;

async fn step(word: &str, authority: &str) -> Result<String, Failure> {
    let configuration = Configuration {
        base_path: var("SERVER")?,
        bearer_access_token: Some(var("TOKEN")?),
        ..Configuration::new()
    };
    let amount: i64 = var("AMOUNT")?.parse()?;
    match word {
        "create" => {
            let order = PaymentRequest::new(amount, var("ORDER_ID")?, var("CALLBACK_URL")?);
            let key = Some("key-of-the-order");
            let created = create_payment(&configuration, order, key, None, None, None).await?;
            Ok(format!("created {}", created.data.transaction.authority))
        }
        "read" => {
            let payment = get_payment(&configuration, authority, None, None).await?.data.transaction;
            Ok(format!("payment {} {}", payment.status, payment.amount))
        }
        _ => {
            let request = VerificationRequest::new(authority.to_owned(), amount);
            match create_verification(&configuration, request, None, None, None, None).await {
                Ok(answer) => {
                    let verification = answer.data.verification;
                    Ok(format!("verified {} {}", verification.ref_id, verification.amount))
                }
                Err(Error::ResponseError(response)) => match response.entity {
                    Some(CreateVerificationError::Status400(refusal)) => Ok(format!("refused {}", refusal.error.code)),
                    _ => Err(response.content.into()),
                },
                Err(failure) => Err(failure.into()),
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let words: Vec<String> = args().skip(1).collect();
    let authority = words.get(1).map_or("", String::as_str);
    println!("{}", step(&words[0], authority).await?);
    Ok(())
}
